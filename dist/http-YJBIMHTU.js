import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createHttp}from"./chunk-N3YQHCGM.js";import"./chunk-DRXGGJCZ.js";import"./chunk-RVHGNA2J.js";import"./chunk-F24XZDHS.js";import"./chunk-DTJS2OKO.js";export{createHttp};
