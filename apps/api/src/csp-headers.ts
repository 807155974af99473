const OFFICE_JS = "https://appsforoffice.microsoft.com https://appsforoffice.cdn.partner.office365.cn";
const OFFICE_HOSTS = [
  "*.officeapps.live.com",
  "*.office.com",
  "*.office365.com",
  "*.sharepoint.com",
  "*.microsoft365.com",
  "*.cloud.microsoft",
  "*.partner.office365.cn",
  "*.officeapps.partner.office365.cn",
]
  .map((host) => `https://${host}`)
  .join(" ");

const policy = (directives: Readonly<Record<string, string>>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const OWN = {
  "default-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "worker-src": "'self' blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
};

/** Headers of our pages: only our own scripts, in no foreign frame. */
export const PAGE_HEADERS = {
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": policy({ ...OWN, "script-src": "'self'", "frame-ancestors": "'self'" }),
};

/** Headers of the add-in's pages: office.js from Microsoft's CDNs, framed by Excel on the web. */
export const ADDIN_HEADERS = {
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": policy({
    ...OWN,
    "script-src": `'self' ${OFFICE_JS}`,
    "connect-src": `'self' ${OFFICE_JS} https://*.microsoft.com https://*.office.com https://*.office365.com`,
    "frame-ancestors": `'self' ${OFFICE_HOSTS}`,
  }),
};
