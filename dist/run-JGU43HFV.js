import{currentRun,isRunning}from"./chunk-EF54QKQW.js";import"./chunk-QZSOVVIC.js";export{currentRun,isRunning};
