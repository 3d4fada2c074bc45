import type { RequestHandler } from "express";

/**
 * The usual headers and a content security policy by nonce. Style attributes stay allowed: charts position their parts
 * with them, and a style cannot run code.
 */
export function securityHeaders({ isDevelopment }: { isDevelopment: boolean }): RequestHandler {
  return (_request, response, next) => {
    const nonce = String(response.locals["cspNonce"]);
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
      "font-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ];
    response.set({
      "Content-Security-Policy": policy.join("; "),
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    if (_request.secure) response.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}
