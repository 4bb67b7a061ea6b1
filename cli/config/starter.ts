/** What `candor init` writes: every setting, commented, none of them switched on but the threshold. */
export interface StarterWording {
  head: string;
  policies: string;
  lang: string;
  failOn: string;
  kinds: string;
  allowIncomplete: string;
  limits: string;
  baseline: string;
  suppressions: string;
  reason: string;
  team: string;
}

const ZH: StarterWording = {
  head: 'Candor 的配置文件：JSON，可写注释。路径相对于本文件；命令行参数优先于本文件。',
  policies: '隐私政策文件（政策正文、SDK 清单、儿童规则……），可列多个。',
  lang: '报告语言：zh 或 en；默认与政策语言一致。',
  failOn: '从哪一级起判为不通过：high、medium、low、none。',
  kinds: '个别类型单独设级，例如笼统声明从 medium 起、政策文本缺陷不拦截。',
  allowIncomplete: '有未能读取的代码（加固、损坏）时也放行。默认以退出码 3 结束。',
  limits: '读取输入的上限，单位字节或个数，见 docs/limits.md。',
  baseline: '基线：一份 JSON 报告，其中已有的问题放行，新增的不放行。',
  suppressions:
    '逐条忽略：写 id，或写 kind、data、actor、subject（* 匹配任意字符，写出的都须符合）。reason 必填；过了 expires 当天即重新判为不通过。',
  reason: '由用户主动点击“粘贴”触发，已在弹窗中说明',
  team: '隐私合规组',
};

const EN: StarterWording = {
  head: 'Configuration of Candor: JSON with comments. Paths are relative to this file; the command line overrides it.',
  policies: 'Privacy policies (the policy, its list of SDKs, rules for children ...).',
  lang: 'Language of reports: zh or en; by default the language of the policy.',
  failOn: 'Severity from which a scan fails: high, medium, low, none.',
  kinds: 'Kinds with a threshold of their own: vague declarations from medium on, defects of the policy never.',
  allowIncomplete:
    'Pass although some code could not be read (packed, corrupt). By default that ends with exit code 3.',
  limits: 'Bounds on what is read, in bytes or numbers: docs/limits.md.',
  baseline: 'Baseline: a JSON report. What it knows passes, what is new fails.',
  suppressions:
    'Accepted findings: an id, or kind, data, actor, subject (* stands for any characters; all that are given must fit). A reason is required; after the day in expires it fails again.',
  reason: 'read only after the user taps Paste, explained in the dialog',
  team: 'privacy team',
};

export const STARTER_WORDING: Record<'zh' | 'en', StarterWording> = { zh: ZH, en: EN };

/** A commented configuration file. */
export function starterConfig(language: 'zh' | 'en'): string {
  const words = STARTER_WORDING[language];
  return `{
  // ${words.head}

  // ${words.policies}
  // "policies": ["privacy-policy.html", "sdk-list.html"],

  // ${words.lang}
  // "lang": "${language}",

  // ${words.failOn}
  "failOn": "high",

  // ${words.kinds}
  // "kinds": { "vague": "medium", "policy-defect": "none" },

  // ${words.allowIncomplete}
  // "allowIncomplete": true,

  // ${words.limits}
  // "limits": { "scriptSize": 16777216 },

  // ${words.baseline}
  // "baseline": "candor-baseline.json",

  // ${words.suppressions}
  "suppressions": [
    // {
    //   "id": "0123456789abcdef",
    //   "reason": "${words.reason}",
    //   "owner": "${words.team}",
    //   "expires": "2030-12-31"
    // },
    // { "kind": "undisclosed", "data": "clipboard", "actor": "sdk:*", "reason": "${words.reason}" }
  ]
}
`;
}
