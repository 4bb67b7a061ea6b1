import type { Coverage } from './coverage.ts';
import type { CellMark } from './matrix.ts';
import type { Language } from './style.ts';

/** Words of the table of data types and actors, complete in both languages. */
export interface MatrixWording {
  dataType: string;
  declared: string;
  otherSdks: (count: number) => string;
  libraries: (count: number) => string;
  coverage: Record<Coverage['how'], string>;
  cells: Record<CellMark, string>;
  /** Of a discrepancy about when it happens. */
  timing: string;
}

export const MATRIX_WORDING: Record<Language, MatrixWording> = {
  zh: {
    dataType: '信息种类',
    declared: '政策声明',
    otherSdks: (count) => `其他 SDK（${count}）`,
    libraries: (count) => `第三方库（${count}）`,
    coverage: { exact: '明确', broad: '笼统', denied: '否认', none: '未声明', unknown: '未提供政策' },
    cells: {
      contradicted: '与声明矛盾',
      open: '疑似未声明',
      vague: '声明笼统',
      accepted: '已接受（基线或忽略）',
      covered: '见于代码，无不一致',
      weak: '仅见常用接口',
      absent: '未见',
    },
    timing: '疑似同意前或后台',
  },
  en: {
    dataType: 'Data type',
    declared: 'Declared',
    otherSdks: (count) => `other SDKs (${count})`,
    libraries: (count) => `libraries (${count})`,
    coverage: {
      exact: 'named',
      broad: 'broad term',
      denied: 'denied',
      none: 'not declared',
      unknown: 'no policy given',
    },
    cells: {
      contradicted: 'contradicts the policy',
      open: 'appears undisclosed',
      vague: 'declared too vaguely',
      accepted: 'accepted (baseline or suppression)',
      covered: 'in code, no discrepancy',
      weak: 'only APIs that everybody calls',
      absent: 'not seen',
    },
    timing: 'possibly before consent or in the background',
  },
};
