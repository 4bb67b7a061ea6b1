/**
 * Details of gaps and oddities in Chinese. They are made in English where something turns out unreadable, and told in
 * the report's language; a test holds this table against the sources, so that none is left out.
 */

/** What details say, by the English words around their values; `{}` stands for a value, in the same order. */
const CHINESE: Record<string, string> = {
  // said after another detail
  '{}; nothing of it was read': '{}，全部未读取',
  '{}; {} more entries likewise': '{}，另有 {} 个条目相同',
  '{}; {} top-level statements were read one by one': '{}，逐条读取了 {} 个顶层语句',
  // unpack
  'archives inside a folder are not opened ({} of them)': '未打开文件夹中的压缩包（共 {} 个）',
  'cannot be opened: {}': '无法打开：{}',
  'is named like an archive but is none': '以压缩包命名，但不是压缩包',
  'larger than the limit on files or on the whole folder': '超过单个文件或整个文件夹的大小上限',
  'lies more than {} archives deep': '嵌套超过 {} 层压缩包',
  'more than {} files; this one and the rest were not listed': '文件多于 {} 个，此文件及其后的文件未列入',
  'neither a file nor a folder': '既不是文件也不是文件夹',
  'not opened: {}': '未打开：{}',
  'not read: {}': '未读取：{}',
  'symbolic links are not followed ({} of them)': '不跟随符号链接（共 {} 个）',
  'the nested archives are larger than the limit on all of them': '嵌套压缩包的总大小超过上限',
  // ZIP
  'compression method {} is taken as stored, as Android does': '压缩方法 {} 按未压缩处理（与 Android 一致）',
  'local header and central directory disagree on the {}': '本地文件头与中央目录的 {} 不一致',
  'more than {} entries, the rest was not listed': '条目多于 {} 个，其余未列入',
  'no local header where the directory says': '中央目录所指位置没有本地文件头',
  'offsets are wrong by {} bytes, as after prepending data': '偏移量相差 {} 字节，如同在前面添加过数据',
  'the CRC-32 does not fit the contents': 'CRC-32 与内容不符',
  'the central directory is missing; {} entries were found by their local headers':
    '缺少中央目录，按本地文件头找到 {} 个条目',
  'the data run into the central directory': '数据与中央目录重叠',
  'the data run past the end of the file': '数据超出文件末尾',
  'the end record announces {} entries, the central directory holds {}': '结尾记录声明 {} 个条目，中央目录实有 {} 个',
  'the entries inflate to more than the limit of {} bytes in all': '全部条目解压后超过上限 {} 字节',
  'the entry inflates to more than {} times its compressed size': '该条目解压后超过其压缩大小的 {} 倍',
  'the entry inflates to {} bytes, more than the limit of {}': '该条目解压后有 {} 字节，超过上限 {} 字节',
  'the entry is flagged as encrypted': '条目带有加密标志',
  'the entry shares bytes with another one': '条目与另一条目共用数据',
  'the name occurs again; the later entry is listed as {}': '名称重复，后一条目列为 {}',
  'the signature of an end record stands behind the end record': '结尾记录之后另有结尾记录的标志',
  '{} bytes cannot inflate to the {} that the archive states': '{} 字节的数据不可能解压为所声明的 {} 字节',
  '{} bytes stand after the archive': '压缩包之后有 {} 字节',
  '{} bytes stand before the archive': '压缩包之前有 {} 字节',
  '{} bytes where {} are stated': '实有 {} 字节，声明为 {} 字节',
  '{} of the {} entries of the central directory are readable': '中央目录的条目只有 {} 个可读（共 {} 个）',
  // manifest and resources
  'a chunk of the unknown type 0x{} stands at offset {}': '类型 0x{} 未知的数据块位于偏移 {}',
  'a manifest of more than {} bytes is not read': '不读取超过 {} 字节的清单',
  'attributes take {} bytes each': '每个属性占 {} 字节',
  'resources cannot be read: {}': '无法读取资源：{}',
  'resources of more than {} bytes are not read': '不读取超过 {} 字节的资源',
  'strings of a pool are more than the limit of {} characters': '字符串池超过上限 {} 个字符',
  'the end of the manifest cannot be read: {}': '无法读取清单的结尾：{}',
  'the file header states {} bytes of its own': '文件头声明自身为 {} 字节',
  'the file header states {} bytes of its own and {} of {} in all':
    '文件头声明自身为 {} 字节，全文件为 {} 字节（实有 {}）',
  'the file header states {} of {} bytes': '文件头声明 {} 字节，实有 {} 字节',
  'the file type is 0x{} and not 2': '文件类型为 0x{}，而不是 2',
  'the file type is 0x{} and not 3': '文件类型为 0x{}，而不是 3',
  "the folder holds several apps; name and versions are this one's, {} are merged into it":
    '文件夹中有多个应用，名称和版本取自此应用，并入了 {}',
  'the manifest cannot be read: {}': '无法读取清单：{}',
  'the manifest of a build variant is not merged': '未合并构建变体的清单',
  'the root element is <{}> and not <manifest>': '根元素为 <{}>，而不是 <manifest>',
  'there is no AndroidManifest.xml': '没有 AndroidManifest.xml',
  'an attribute of <{}> with the id {} has no name': '<{}> 的属性（编号 {}）没有名称',
  'an attribute of <{}> with the id {} has the name {}': '<{}> 的属性（编号 {}）名为 {}',
  'an attribute of <{}>, {}, lacks its namespace': '<{}> 的属性 {} 缺少命名空间',
  '{} elements have no end': '有 {} 个元素没有结束标签',
  // DEX
  'another DEX file stands behind it at offset 0x{}': '其后偏移 0x{} 处另有 DEX 文件',
  'is named like a DEX file and is none': '以 DEX 命名，但不是 DEX 文件',
  'more than {} facts; the rest was not read': '事实多于 {} 条，其余未读取',
  'objects were followed only to a bound; callbacks of every object that is made then count as reached':
    '对象只跟踪到上限，此后每个已创建对象的回调都视为可到达',
  'reading it takes more work than its size explains; the rest was not read':
    '读取所需的工作量与其大小不相称，其余未读取',
  'states a header of {} bytes': '声明的文件头为 {} 字节',
  'states no known byte order': '声明的字节序未知',
  'states {} bytes where there are {}': '声明 {} 字节，实有 {} 字节',
  'the SHA-1 signature does not fit the contents': 'SHA-1 签名与内容不符',
  'the application class {} is in no DEX file': '应用类 {} 不在任何 DEX 文件中',
  'the checksum does not fit the contents': '校验和与内容不符',
  'the launcher activity {} is in no DEX file': '启动 Activity {} 不在任何 DEX 文件中',
  'values were followed only to a bound; some may leave the app without being told':
    '值只跟踪到上限，个别流出应用的情况可能未报告',
  '{} bytes stand behind it': '其后有 {} 字节',
  'strings of more than {} bytes were read up to there': '超过 {} 字节的字符串只读取到该处',
  '{} is missing before {}, which Android then does not load by itself': '{} 缺失，Android 不会自行加载其后的 {}',
  '{} of {} components are in no DEX file, {} among them': '有 {} 个组件（共 {} 个）不在任何 DEX 文件中，其中有 {}',
  'classes have more supertypes than are followed; what they get from the others is not known':
    '类的父类型多于可跟踪的数量，其余父类型带来的内容未知',
  'following its calls takes more work than its size explains; what the rest leads to is not known':
    '跟踪其调用所需的工作量与其大小不相称，其余调用通向何处未知',
  'the paths to all places are more than a report may hold; of the last ones only the ends are told':
    '各处的路径总和超过报告的上限，最后若干条只列出终点',
  'tables that run past the end of the file ({}): {}': '超出文件末尾的表（{}）：{} 个',
  'ids that lead outside the file: {}': '指向文件之外的编号：{} 个',
  'classes whose members cannot all be read: {}': '成员无法全部读取的类：{} 个',
  'methods whose code cannot all be read: {}': '代码无法全部读取的方法：{} 个',
  '{} of {} methods have had their code taken out, which packers put back when the app runs':
    '有 {} 个方法（共 {} 个）的代码被抽空，加壳会在运行时恢复',
  'methods with bytes that are no instructions where no path leads: {}': '在路径不通之处含非指令字节的方法：{} 个',
  '{} is its own superclass by way of others': '{} 经由其他类成为自身的父类',
  'a class is named {}, made to be misread': '有类命名为 {}，意在误导',
  // hidden code and native libraries
  'is encrypted or packed, and the code uses {}: it may be code': '已加密或加壳，且代码使用 {}，可能是代码',
  'is no ELF file': '不是 ELF 文件',
  'is one of {} files of an unknown, dense format': '是 {} 个格式未知且高度压缩的文件之一',
  'is one of {} files named *{} of an unknown, dense format': '是 {} 个名为 *{}、格式未知且高度压缩的文件之一',
  'is a DEX file under another name': '是以其他名称存放的 DEX 文件',
  'is packed with UPX': '使用 UPX 加壳',
  'has code that is encrypted or packed': '代码已加密或加壳',
  'carries {} encrypted or packed bytes behind its end': '末尾之后带有 {} 字节加密或加壳的数据',
  '{} native libraries are read for symbols and strings only, their machine code is not followed':
    '{} 个本地库只读取符号和字符串，未跟踪其机器码',
  // scripts
  'Hermes bytecode version {} is not decoded, only its names are looked at: {}':
    '未解码版本为 {} 的 Hermes 字节码，只查看其中的名称：{}',
  'a configuration cannot be parsed: {}': '配置无法解析：{}',
  'a configuration is nested too deeply to be read': '配置嵌套过深，无法读取',
  'its source map leads many modules to one file, and is not believed':
    '其 source map 将许多模块指向同一文件，不予采信',
  'a configuration of {} bytes is not read': '不读取 {} 字节的配置',
  'a configuration of more than {} values is not read': '不读取超过 {} 个值的配置',
  'configurations that are too large to tell which files imports mean: {}':
    '因配置过大而未用于解析导入的配置文件：{} 个',
  'binary data, no script': '二进制数据，不是脚本',
  'compiled script of an unknown format is not decoded': '未解码格式未知的编译脚本',
  'made with {}, but no script of the app is in the build': '使用 {} 构建，但构建中没有应用的脚本',
  'finding what leads to its calls takes more work than is allowed; of the rest it is not known':
    '查找其各处调用的来路超出允许的工作量，其余来路未知',
  'syntax is nested too deeply to be parsed': '语法嵌套过深，无法解析',
  'syntax is nested {} levels deep, more than the limit of {}': '语法嵌套 {} 层，超过上限 {} 层',
  'the table of an indexed RAM bundle is cut off': '带索引的 RAM bundle 的索引表被截断',
  'code is nested too deeply to be read': '代码嵌套过深，无法读取',
  'names lead through more others than are followed; what they stand for is not known':
    '名称经过的中间环节超过跟踪上限，无法得知其所指',
  'values were followed to where they leave only to a bound': '对值的去向只跟踪到上限',
  '{} bytes of script are more than the {} that are read': '脚本有 {} 字节，超过读取上限 {} 字节',
  'module {} is left out: {}': '模块 {} 未读取：{}',
  '{} more modules are left out, from module {} on, because they do not parse':
    '另有 {} 个模块无法解析，未读取，第一个为模块 {}',
  '{} functions of bytecode are not read: {}': '有 {} 个字节码函数未读取：{}',
  '{} script {} of cloud functions, which run on a server, left out': '未读取在服务器上运行的云函数脚本 {} 个',
  '{} script {} of installed dependencies left out': '未读取已安装依赖的脚本 {} 个',
  '{} script {} of tests, stories and tools left out': '未读取测试、示例和工具的脚本 {} 个',
  // policies and the whole
  'elements are nested too deeply; the rest of the policy was not read': '元素嵌套过深，政策的其余部分未读取',
  'only the first {} of {} bytes of the policy were read': '只读取了政策的前 {} 字节（共 {} 字节）',
  'only the first {} of {} characters of the policy were read': '只读取了政策的前 {} 个字符（共 {} 个字符）',
  'the policy is in neither Chinese nor English; what it declares was not understood':
    '政策既不是中文也不是英文，未能理解其声明',
  'the DEX files together are larger than the limit of {} bytes': 'DEX 文件的总大小超过上限 {} 字节',
  'the ways to all places and from them take more than the limit of {} characters; some are left out':
    '通向各处及由各处出发的路径超过上限 {} 个字符，部分未列入',
  'takes more memory to read than a worker thread has': '读取所需的内存超过工作线程的上限',
  'the PDF takes more work than its size allows; pages or parts of them were not read':
    '读取该 PDF 所需的工作量与其大小不相称，部分页面未读取',
  'the DEX code': ' DEX 代码',
  'the code of single methods': '个别方法的代码',
  '{} ({}) hides {}; seen by {} {}': '{}（{}）隐藏了{}，依据为 {} {}',
  '{} bytes are more than the limit of {}': '有 {} 字节，超过上限 {} 字节',
  '{} facts take more than the limit of {} characters; the last are left out':
    '{} 条事实超过上限 {} 个字符，最后的未列入',
  '{} facts are more than the limit of {}; the last are left out': '事实有 {} 条，超过上限 {} 条，最后的未列入',
  '{} of {} pages hold no text (images of pages) and were not read': '有 {} 页没有文字（共 {} 页，为页面图像），未读取',
};

interface Template {
  parts: readonly string[];
  chinese: readonly string[];
}

const TEMPLATES: readonly Template[] = Object.entries(CHINESE).map(([english, chinese]) => ({
  parts: english.split('{}'),
  chinese: chinese.split('{}'),
}));

/** Details can stand in one another, as reasons; deeper ones stay as they are. */
const MOST_DEPTH = 3;

/**
 * A detail in the language of a report. What has no counterpart stays English: messages of the system and of parsers.
 * @param detail as a Gap, an oddity or a trick has it
 */
export function detailIn(language: 'zh' | 'en', detail: string, depth = 0): string {
  if (language === 'en' || depth === MOST_DEPTH) return detail;
  for (const { parts, chinese } of TEMPLATES) {
    const values = valuesOf(detail, parts);
    if (values === null) continue;
    const inner = values.map((value) => detailIn(language, value, depth + 1));
    // What Chinese does not say (a plural) stands last among the values, or it has a template of its own.
    return chinese.map((part, index) => (index < chinese.length - 1 ? part + (inner[index] ?? '') : part)).join('');
  }
  return detail;
}

/** What stands between the parts of a template, null where these are not all there. */
function valuesOf(detail: string, parts: readonly string[]): string[] | null {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return detail === first ? [] : null;
  if (!detail.startsWith(first)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    // The last part ends the detail; of the others the first place counts.
    const isLast = index === rest.length - 1;
    const end = isLast ? detail.length - part.length : detail.indexOf(part, at);
    if (end < at || (isLast && !detail.endsWith(part))) return null;
    values.push(detail.slice(at, end));
    at = end + part.length;
  }
  return values;
}
