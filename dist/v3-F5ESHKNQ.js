import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{createSiteV3}from"./chunk-ZIBOLF6X.js";import"./chunk-J7PV543Q.js";import"./chunk-DRXGGJCZ.js";import"./chunk-F24XZDHS.js";import"./chunk-DTJS2OKO.js";export{createSiteV3};
