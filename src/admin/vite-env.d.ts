/// <reference types="vite/client" />

/** What the dashboard's build tells its extensions; absent where this folder is built alone. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
