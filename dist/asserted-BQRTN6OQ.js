import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{asserted}from"./chunk-63CTNK3T.js";import"./chunk-DTJS2OKO.js";export{asserted};
