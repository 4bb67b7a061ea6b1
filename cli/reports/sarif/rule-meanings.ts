import type { DiscrepancyKind } from '../../../analyzers/model/discrepancy.ts';
import type { Language } from '../style.ts';

/** What each kind of discrepancy means, complete in both languages. */
export const RULE_MEANINGS: Record<Language, Record<DiscrepancyKind, string>> = {
  zh: {
    undisclosed: '代码疑似收集某类信息，隐私政策没有任何表述涵盖它。',
    vague: '代码疑似收集某类信息，隐私政策只用更宽泛的词概括。',
    contradicted: '隐私政策否认收集某类信息，代码疑似收集。',
    'undisclosed-sdk': '构建中的 SDK 在隐私政策中以任何名称都没有出现。',
    'sdk-exceeds': '隐私政策提到该 SDK，其代码疑似收集的信息超出所声明的范围。',
    'before-consent': '从进程或界面启动即可到达，途中没有同意检查；须动态检测确认。',
    background: '可从服务、广播、任务等后台入口到达，隐私政策未说明后台收集或自启动。',
    'undeclared-permission': '申请了权限，隐私政策既未提及权限，也未提及相应信息。',
    'unused-permission': '申请了权限，构建中没有需要它的代码。',
    unevidenced: '隐私政策声明从设备收集某类信息，构建中没有相应代码或权限。',
    'policy-defect': '隐私政策文本自身的缺陷。',
    'incomplete-analysis': '有代码存在而未能读取，收集行为可能藏于其中。',
  },
  en: {
    undisclosed: 'Code appears to collect data that nothing in the policy covers.',
    vague: 'Code appears to collect data that the policy covers by a wider term only.',
    contradicted: 'The policy denies a collection that the code appears to do.',
    'undisclosed-sdk': 'The build contains an SDK that the policy does not name in any way.',
    'sdk-exceeds': 'The policy names the SDK, and its code appears to collect more than is declared.',
    'before-consent':
      'Reachable from the start of the process or the first screen without a consent check on the way; confirm with a dynamic check.',
    background: 'Reachable from services, receivers or jobs, and the policy declares no background collection.',
    'undeclared-permission': 'A permission is requested, and the policy declares neither it nor its data.',
    'unused-permission': 'A permission is requested, and nothing in the build needs it.',
    unevidenced: 'The policy declares a collection from the device that the build shows no sign of.',
    'policy-defect': 'A shortcoming of the policy itself.',
    'incomplete-analysis': 'Code that exists could not be read; collection may hide in it.',
  },
};
