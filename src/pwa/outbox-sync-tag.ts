/** Under this name the page asks for, and the service worker gets, its turn to deliver. */
export const outboxSyncTag = 'parta-outbox'
