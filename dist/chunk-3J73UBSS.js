import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);
var mechanisms=["environment","dispatch","comment","gitlab","azure","jenkins","buildkite","asserted"];export{mechanisms};
