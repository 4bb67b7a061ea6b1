import type { Language } from '../style.ts';
/** What the drafts say besides what was seen, complete in both languages. */
export interface DeclarationWording {
  draft: string;
  /** What only a person can know. */
  byHand: string;
  seen: (what: string) => string;
  linked: string;
  tracking: string;
  purposes: string;
  apis: string;
  nothing: string;
}

export const DECLARATION_WORDING: Record<Language, DeclarationWording> = {
  zh: {
    draft: '草稿：由静态检测所见生成，均为疑似，提交前须逐项人工核对',
    byHand: '人工填写',
    seen: (what) => `代码所见：${what}`,
    linked: '人工填写：NSPrivacyCollectedDataTypeLinked（是否与用户身份关联）',
    tracking: '人工填写：NSPrivacyCollectedDataTypeTracking（是否用于跟踪）',
    purposes: '人工填写：NSPrivacyCollectedDataTypePurposes（收集目的）',
    apis: '人工填写：NSPrivacyTracking、NSPrivacyTrackingDomains、NSPrivacyAccessedAPITypes（须以 iOS 工程为准）',
    nothing: '未见须申报的信息种类；未发现不等于不存在',
  },
  en: {
    draft: 'DRAFT made from what a static scan saw; every entry is a suspicion and must be checked before it is filed',
    byHand: 'fill in by hand',
    seen: (what) => `seen in code: ${what}`,
    linked: 'Fill in by hand: NSPrivacyCollectedDataTypeLinked (linked to the identity of the user or not)',
    tracking: 'Fill in by hand: NSPrivacyCollectedDataTypeTracking (used for tracking or not)',
    purposes: 'Fill in by hand: NSPrivacyCollectedDataTypePurposes (what it is collected for)',
    apis: 'Fill in by hand: NSPrivacyTracking, NSPrivacyTrackingDomains, NSPrivacyAccessedAPITypes (the iOS project tells)',
    nothing: 'no data type that has to be declared was seen; not found is not absent',
  },
};
