import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createHttp}from"./chunk-A66JPLOY.js";import"./chunk-DRXGGJCZ.js";import"./chunk-C44NL5WA.js";import"./chunk-2J2DTTZO.js";import"./chunk-DTJS2OKO.js";export{createHttp};
