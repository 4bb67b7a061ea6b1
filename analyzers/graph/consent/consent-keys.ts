/** Words in keys of settings that tell of an agreement, in English, in Pinyin and in Chinese. */
const AGREEMENT =
  /agree|accept|consent|priva|policy|protocol|permi|allow|gdpr|ccpa|term|eula|licen|author|grant|confirm|legal|disclaim|statement|complian|approv|read|sign|yinsi|xieyi|tongyi|隐私|协议|同意|授权|条款|声明/i;
/** Words of keys that may stand for the screen on which the user is asked. */
const FIRST_SCREEN =
  /first|launch|start|install|init|welcome|splash|new_?user|log_?in|regist|version|enter|setup|status|state|step|done|ok\b|答|首次/i;

/** Words in keys under which it is kept who has logged in: nobody has on a first run. */
const ACCOUNT =
  /user_?(?:id|name|info|key|token|bean|phone)|account|token|session|\buid\b|phone|mobile|passport|open_?id|member_?id/i;

/** Letters up to which a key says nothing, as obfuscated ones do not. */
const TELLS_NOTHING = 3;

/** False where the key under which a setting is stored says that it is no agreement of the user: a theme, a font size, a switch. */
export function mayBeConsentKey(key: string): boolean {
  return (
    key.length <= TELLS_NOTHING ||
    !/[a-z一-鿿]{3}/i.test(key) ||
    [AGREEMENT, FIRST_SCREEN, ACCOUNT].some((words) => words.test(key))
  );
}
