import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// The package is CommonJS: Node wraps its default export once more.
export default defineConfig({ plugins: [(uni.default ?? uni)()] });
