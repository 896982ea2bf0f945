import{currentRun,isRunning}from"./chunk-LEI6XFOM.js";import"./chunk-QZSOVVIC.js";export{currentRun,isRunning};
