import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
import{requireAccepted,requireApproval,requireApprover,requireUnused}from"./chunk-HLL6WBSX.js";import"./chunk-F24XZDHS.js";import"./chunk-DTJS2OKO.js";export{requireAccepted,requireApproval,requireApprover,requireUnused};
