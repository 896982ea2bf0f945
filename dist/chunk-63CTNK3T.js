import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
function asserted(digest,operator,at){return{evidence:{mechanism:"asserted",verified:!1,by:operator===null?null:{id:null,login:operator},evidence:null,digest,at},people:[],attempt:1}}export{asserted};
