import type { Language } from './style.ts';

/** What SDKs are for, by the categories of the signatures. A category that is not here stands as it is. */
const CATEGORIES: Record<string, Record<Language, string>> = {
  ads: { zh: '广告', en: 'advertising' },
  analytics: { zh: '统计分析', en: 'analytics' },
  attribution: { zh: '推广归因', en: 'attribution' },
  backend: { zh: '后端云服务', en: 'backend service' },
  base: { zh: '基础组件', en: 'base component' },
  content: { zh: '内容', en: 'content' },
  'crash-apm': { zh: '崩溃与性能监测', en: 'crash and performance monitoring' },
  'customer-service': { zh: '客服', en: 'customer service' },
  'device-id': { zh: '设备标识', en: 'device identifiers' },
  'e-commerce': { zh: '电商', en: 'e-commerce' },
  face: { zh: '人脸识别', en: 'face recognition' },
  framework: { zh: '开发框架', en: 'framework' },
  game: { zh: '游戏', en: 'games' },
  'hot-fix': { zh: '热修复', en: 'hot fixes' },
  identity: { zh: '实名认证', en: 'identity verification' },
  IM: { zh: '即时通信', en: 'messaging' },
  'IM-RTC': { zh: '即时通信与音视频', en: 'messaging, audio and video calls' },
  iot: { zh: '智能设备', en: 'devices and IoT' },
  location: { zh: '定位', en: 'location' },
  login: { zh: '登录', en: 'login' },
  'login-share': { zh: '登录与分享', en: 'login and sharing' },
  'map-location': { zh: '地图与定位', en: 'maps and location' },
  maps: { zh: '地图', en: 'maps' },
  media: { zh: '音视频与图像', en: 'media' },
  network: { zh: '网络', en: 'networking' },
  ocr: { zh: '文字识别', en: 'text recognition' },
  'one-key-login': { zh: '一键登录', en: 'one-tap login' },
  payment: { zh: '支付', en: 'payment' },
  player: { zh: '播放器', en: 'player' },
  push: { zh: '消息推送', en: 'push messages' },
  'risk-control': { zh: '风控', en: 'risk control' },
  security: { zh: '安全', en: 'security' },
  'sms-verify': { zh: '短信验证', en: 'verification by text message' },
  'storage-cdn': { zh: '存储与分发', en: 'storage and delivery' },
  tool: { zh: '工具', en: 'tools' },
  tracker: { zh: '跟踪', en: 'tracking' },
  voice: { zh: '语音', en: 'voice' },
};

export function categoryName(category: string, language: Language): string {
  return Object.hasOwn(CATEGORIES, category) ? (CATEGORIES[category]?.[language] ?? category) : category;
}

/** The categories that have a name. */
export const NAMED_CATEGORIES: readonly string[] = Object.keys(CATEGORIES);
