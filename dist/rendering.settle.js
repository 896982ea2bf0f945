import {
  EXIT,
  asciiAlpha,
  asciiAlphanumeric,
  asciiPunctuation,
  autolink,
  blockQuote,
  classifyCharacter,
  convert,
  decodeString,
  definition,
  fromMarkdown,
  gfmTable,
  gfmTableFromMarkdown,
  htmlBlockNames,
  htmlFlow,
  htmlRawNames,
  isCostly,
  labelEnd,
  meter,
  resolveAll,
  splice,
  toString,
  visit
} from "./markdown.parse-markdown.js";

var phrasing=convert(["break","delete","emphasis","footnote","footnoteReference","image","imageReference","inlineCode","inlineMath","link","linkReference","mdxJsxTextElement","mdxTextExpression","strong","text","textDirective"]),own={}.hasOwnProperty;function zwitch(key,options){const settings=options||{};function one2(value,...parameters){let fn=one2.invalid;const handlers=one2.handlers;if(value&&own.call(value,key)){const id=String(value[key]);fn=own.call(handlers,id)?handlers[id]:one2.unknown}if(fn)return fn.call(this,value,...parameters)}return one2.handlers=settings.handlers||{},one2.invalid=settings.invalid,one2.unknown=settings.unknown,one2}var own2={}.hasOwnProperty;function configure(base,extension){let index=-1,key;if(extension.extensions)for(;++index<extension.extensions.length;)configure(base,extension.extensions[index]);for(key in extension)if(own2.call(extension,key))switch(key){case"extensions":break;case"unsafe":{list(base[key],extension[key]);break}case"join":{list(base[key],extension[key]);break}case"handlers":{map(base[key],extension[key]);break}default:base.options[key]=extension[key]}return base}function list(left,right){right&&left.push(...right)}function map(left,right){right&&Object.assign(left,right)}function blockquote(node,_,state,info){const exit=state.enter("blockquote"),tracker=state.createTracker(info);tracker.move("> "),tracker.shift(2);const value=state.indentLines(state.containerFlow(node,tracker.current()),map2);return exit(),value}function map2(line,_,blank){return">"+(blank?"":" ")+line}function patternInScope(stack,pattern){return listInScope(stack,pattern.inConstruct,!0)&&!listInScope(stack,pattern.notInConstruct,!1)}function listInScope(stack,list3,none){if(typeof list3=="string"&&(list3=[list3]),!list3||list3.length===0)return none;let index=-1;for(;++index<list3.length;)if(stack.includes(list3[index]))return!0;return!1}function hardBreak(_,_1,state,info){let index=-1;for(;++index<state.unsafe.length;){const pattern=state.unsafe[index];if(pattern.character===`
`&&!pattern.before&&!pattern.after&&patternInScope(state.stack,pattern))return/[\t ]/.test(info.before)?"":" "}return`\\
`}function longestStreak(value,substring){const source=String(value);let index=source.indexOf(substring),expected=index,count=0,max=0;if(typeof substring!="string")throw new TypeError("Expected substring");for(;index!==-1;)index===expected?++count>max&&(max=count):count=1,expected=index+substring.length,index=source.indexOf(substring,expected);return max}function formatCodeAsIndented(node,state){return!!(state.options.fences===!1&&node.value&&!node.lang&&/[^\n\r ]/.test(node.value)&&!/^[\t ]*(?:[\n\r]|$)|(?:^|[\n\r])[\t ]*$/.test(node.value))}function checkFence(state){const marker=state.options.fence||"`";if(marker!=="`"&&marker!=="~")throw new Error("Cannot serialize code with `"+marker+"` for `options.fence`, expected `` ` `` or `~`");return marker}function code(node,_,state,info){const marker=checkFence(state),raw=node.value||"";if(formatCodeAsIndented(node,state)){const exit2=state.enter("codeIndented"),value2=state.indentLines(raw,map3);return exit2(),value2}const tracker=state.createTracker(info),sequence=marker.repeat(Math.max(longestStreak(raw,marker)+1,3)),exit=state.enter("codeFenced"),suffix=marker==="`"?"GraveAccent":"Tilde";let value=tracker.move(sequence);if(node.lang){const subexit=state.enter(`codeFencedLang${suffix}`);value+=tracker.move(state.safe(node.lang,{before:value,after:" ",encode:["`"],...tracker.current()})),subexit()}if(node.lang&&node.meta){const subexit=state.enter(`codeFencedMeta${suffix}`);value+=tracker.move(" "),value+=tracker.move(state.safe(node.meta,{before:value,after:`
`,encode:["`"],...tracker.current()})),subexit()}return value+=tracker.move(`
`),raw&&(value+=tracker.move(raw+`
`)),value+=tracker.move(sequence),exit(),value}function map3(line,_,blank){return(blank?"":"    ")+line}function checkQuote(state){const marker=state.options.quote||'"';if(marker!=='"'&&marker!=="'")throw new Error("Cannot serialize title with `"+marker+"` for `options.quote`, expected `\"`, or `'`");return marker}function definition2(node,_,state,info){const quote2=checkQuote(state),suffix=quote2==='"'?"Quote":"Apostrophe",exit=state.enter("definition");let subexit=state.enter("label");const tracker=state.createTracker(info);let value=tracker.move("[");return value+=tracker.move(state.safe(state.associationId(node),{before:value,after:"]",...tracker.current()})),value+=tracker.move("]: "),subexit(),!node.url||/[\0- \u007F]/.test(node.url)?(subexit=state.enter("destinationLiteral"),value+=tracker.move("<"),value+=tracker.move(state.safe(node.url,{before:value,after:">",...tracker.current()})),value+=tracker.move(">")):(subexit=state.enter("destinationRaw"),value+=tracker.move(state.safe(node.url,{before:value,after:node.title?" ":`
`,...tracker.current()}))),subexit(),node.title&&(subexit=state.enter(`title${suffix}`),value+=tracker.move(" "+quote2),value+=tracker.move(state.safe(node.title,{before:value,after:quote2,...tracker.current()})),value+=tracker.move(quote2),subexit()),exit(),value}function checkEmphasis(state){const marker=state.options.emphasis||"*";if(marker!=="*"&&marker!=="_")throw new Error("Cannot serialize emphasis with `"+marker+"` for `options.emphasis`, expected `*`, or `_`");return marker}function firstCharacter(value){const code3=value.codePointAt(0);return code3===void 0?"":String.fromCodePoint(code3)}function lastCharacter(value){const code3=value.codePointAt(value.length-2);return code3!==void 0&&code3>65535?value.slice(-2):value.slice(-1)}function encodeCharacterReference(code3){return"&#x"+code3.toString(16).toUpperCase()+";"}function encodeInfo(outside,inside,marker){const outsideKind=classifyCharacter(outside),insideKind=classifyCharacter(inside);return outsideKind===void 0?insideKind===void 0?marker==="_"?{inside:!0,outside:!0}:{inside:!1,outside:!1}:insideKind===1?{inside:!0,outside:!0}:{inside:!1,outside:!0}:outsideKind===1?insideKind===void 0?{inside:!1,outside:!1}:insideKind===1?{inside:!0,outside:!0}:{inside:!1,outside:!1}:insideKind===void 0?{inside:!1,outside:!1}:insideKind===1?{inside:!0,outside:!1}:{inside:!1,outside:!1}}function htmlKind(value){if(value.charCodeAt(0)!==60)return;const next=value.charCodeAt(1);if(next===33){const code4=value.charCodeAt(2);return code4===45?2:code4===91?5:asciiAlpha(code4)?4:void 0}if(next===63)return 3;const closing2=next===47,start=closing2?2:1;let end=start,code3=value.charCodeAt(end);if(!asciiAlpha(code3))return;for(;code3===45||asciiAlphanumeric(code3);)code3=value.charCodeAt(++end);const name=value.slice(start,end).toLowerCase();return!closing2&&code3!==47&&htmlRawNames.includes(name)?1:htmlBlockNames.includes(name)?6:7}var builtins=new Map([["*",!1],["_",!0]]);function candidates(tokens,involved,runOf){const related=new Set;for(const token of tokens){const siblings=runOf.get(token);if(siblings&&token.attention&&involved.some(d=>d.attention===token.attention))for(const sibling of siblings.tokens)related.add(sibling.attention)}const ordered=[];for(const token of tokens)token.attention&&related.delete(token.attention)&&ordered.push(token.attention);return ordered.reverse(),ordered}function check(tokens,before,after){const runs=[],wrong=new Map,runOf=new Map;let index=0;for(;index<tokens.length;){if(!tokens[index].attention){index++;continue}const marker=tokens[index].value.charAt(0),strict=builtins.get(marker);let end=index+1;for(;end<tokens.length&&tokens[end].attention&&tokens[end].value.charAt(0)===marker;)end++;const head=index?tokens[index-1].value:before,previous=classifyCharacter(head.charCodeAt(head.length-1)),next=classifyCharacter((end<tokens.length?tokens[end].value:after).charCodeAt(0)),open=!next||next===2&&!!previous,close=!previous||previous===2&&!!next,run={tokens:tokens.slice(index,end),markers:[],start:0,end:0,open:strict?open&&(!!previous||!close):open,close:strict?close&&(!!next||!open):close,split:strict!==void 0};for(const token of run.tokens){wrong.set(token,[...run.tokens]),runOf.set(token,run);let size=token.value.length;for(;size--;)run.markers.push(token)}run.end=run.markers.length,runs.push(run),index=end}for(pair(runs,wrong),index=-1;++index<tokens.length;){const involved=wrong.get(tokens[index]);if(involved)return{attention:candidates(tokens,involved,runOf),index}}}function containerPhrasing(parent,state,info){return serialize(phrasing2(parent,state,info),info.before,info.after)}function encode(tokens,start){const token=tokens[start?0:tokens.length-1];if(!token||token.attention)return;const character=start?firstCharacter(token.value):lastCharacter(token.value),reference=encodeCharacterReference(character.codePointAt(0));if(start)token.value=reference+token.value.slice(character.length);else{let value=token.value.slice(0,token.value.length-character.length),escapes=0;for(;value.charCodeAt(value.length-1-escapes)===92;)escapes++;escapes%2&&(value+="\\"),token.value=value+reference}}function improve(items,chosen,mistake,before,after){for(const attention3 of mistake.attention){const current=chosen.get(attention3)||attention3.sequences[0];for(const sequence of attention3.sequences){if(sequence===current)continue;const trial=new Map(chosen);trial.set(attention3,sequence);const tokens=render(items,trial,before,after),next=check(tokens,before,after);if(!next||next.index>mistake.index)return{chosen:trial,mistake:next,tokens}}}}function pair(runs,wrong){const openersByMarker=new Map;for(const closer of runs){const marker=closer.tokens[0].value.charAt(0);let openers=openersByMarker.get(marker);openers||(openers=[],openersByMarker.set(marker,openers));let open=closer.close?openers.length:0;for(;open--&&closer.start<closer.end;){const opener=openers[open],openerSize=opener.end-opener.start,closerSize=closer.end-closer.start;if(closer.split?(opener.close||closer.open)&&closerSize%3&&!((openerSize+closerSize)%3):openerSize!==opener.markers.length||openerSize!==closerSize)continue;const size=closer.split?openerSize>1&&closerSize>1?2:1:closerSize,opening2=opener.markers.slice(opener.end-size,opener.end),closing2=closer.markers.slice(closer.start,closer.start+size),openToken=opening2[0],closeToken=closing2[0];if(openToken===opening2[size-1]&&openToken.value.length===size&&closeToken===closing2[size-1]&&closeToken.value.length===size&&openToken.attention===closeToken.attention)wrong.delete(openToken),wrong.delete(closeToken);else{const involved=[...new Set([...opening2,...closing2])];for(const token of involved){const list3=wrong.get(token);list3&&list3.push(...involved)}}opener.end-=size,closer.start+=size,opener.start===opener.end&&openers.splice(open,1),open=openers.length}closer.open&&closer.start<closer.end&&openers.push(closer)}}function attentionSequences(type,markers,sizes){if(markers.length===0)throw new Error("Cannot serialize `"+type+"` as attention without markers, expected one or more markers");if(sizes.length===0)throw new Error("Cannot serialize `"+type+"` as attention without sizes, expected one or more sizes");for(const size of sizes)if(!Number.isSafeInteger(size)||size<1)throw new Error("Cannot serialize `"+type+"` as attention with `"+size+"` as size, expected positive integer");const sequences=[];for(const marker of markers){if(marker.length!==1)throw new Error("Cannot serialize `"+type+"` as attention with `"+marker+"` as marker, expected a single ascii character");if(!asciiPunctuation(marker.charCodeAt(0)))throw new Error("Cannot serialize `"+type+"` as attention with `"+marker+"` as marker, expected ascii punctuation");for(const size of sizes)sequences.push(marker.repeat(size))}return sequences}function phrasing2(parent,state,info){const indexStack=state.indexStack,children=parent.children||[],results=[];let index=-1,before=info.before;indexStack.push(-1);let tracker=state.createTracker(info);for(;++index<children.length;){const child=children[index];let after;if(indexStack[indexStack.length-1]=index,index+1<children.length){let handle3=state.handle.handlers[children[index+1].type];handle3&&handle3.peek&&(handle3=handle3.peek),after=handle3?firstCharacter(handle3(children[index+1],parent,state,{before:"",after:"",...tracker.current()})):""}else after=info.after;const previous=results[results.length-1];typeof previous=="string"&&(before==="\r"||before===`
`)&&child.type==="html"&&htmlKind(child.value)!==7&&(results[results.length-1]=previous.replace(/(\r?\n|\r)$/," "),before=" ",tracker=state.createTracker(info),tracker.move(serialize(results,info.before,info.after)));const handle2=state.handle.handlers[child.type];if(handle2&&handle2.attention){const item=attentionItem(child,handle2.attention,state,tracker);if(!item)continue;results.push(item),before=lastCharacter(item.sequences[0])}else{const value=state.handle(child,parent,state,{...tracker.current(),after,before});if(!value)continue;tracker.move(value),results.push(value),before=lastCharacter(value)}}return indexStack.pop(),results}function attentionItem(node,attention3,state,tracker){const{construct,markers,sizes}=attention3(node,state),sequences=attentionSequences(node.type,markers,sizes),sequence=sequences[0],exit=state.enter(construct),inside=state.createTracker(tracker.current());inside.move(sequence);const children=phrasing2(node,state,{...inside.current(),before:sequence,after:sequence});if(exit(),children.length!==0)return tracker.move(sequence),tracker.move(serialize(children,sequence,sequence)),tracker.move(sequence),{children,sequences}}function fix(items,chosen,before,after){let tokens=render(items,chosen,before,after),mistake=check(tokens,before,after);for(;mistake;){const next=improve(items,chosen,mistake,before,after);if(!next)return;chosen=next.chosen,tokens=next.tokens,mistake=next.mistake}return tokens}function guess(items,chosen,before,after){let previous=before,index=-1;for(;++index<items.length;){const item=items[index];if(typeof item=="string"){previous="";continue}const next=index===items.length-1?after:"",sequence=item.sequences.find(function(value){const marker=value.charAt(0);return marker!==previous.charAt(0)&&marker!==next.charAt(0)||items.length===1&&builtins.has(marker)&&value.length>before.length})||item.sequences[0];sequence!==item.sequences[0]&&chosen.set(item,sequence),guess(item.children,chosen,sequence,sequence),previous=sequence}}function render(items,chosen,before,after){const tokens=[];let encodeAfter,previous=lastCharacter(before),index=-1;for(;++index<items.length;){const item=items[index];if(typeof item=="string"){const token={value:item,attention:void 0};encodeAfter&&encodeAfter===firstCharacter(item)&&encode([token],!0),encodeAfter=void 0,tokens.push(token),token.value&&(previous=lastCharacter(token.value));continue}const sequence=chosen.get(item)||item.sequences[0],marker=sequence.charAt(0),next=items[index+1],outsideBefore=previous,outsideAfter=firstCharacter(next===void 0?after:typeof next=="string"?next:chosen.get(next)||next.sequences[0]),inside=render(item.children,chosen,sequence,sequence),head=inside[0].value,open=encodeInfo(outsideBefore.charCodeAt(outsideBefore.length-1),head.charCodeAt(0),marker);open.inside&&encode(inside,!0);const tail=lastCharacter(inside[inside.length-1].value),close=encodeInfo(outsideAfter.charCodeAt(0),tail.charCodeAt(tail.length-1),marker);close.inside&&encode(inside,!1),open.outside&&outsideBefore!==`
`&&outsideBefore!=="\r"&&encode(tokens,!1),close.outside&&(encodeAfter=outsideAfter),tokens.push({value:sequence,attention:item},...inside,{value:sequence,attention:item}),previous=sequence.charAt(sequence.length-1)}return tokens}function serialize(items,before,after){const guessed=new Map;guess(items,guessed,before,after);const tokens=(guessed.size>0?fix(items,guessed,before,after):void 0)||fix(items,new Map,before,after)||render(items,new Map,before,after);let result="";for(const token of tokens)result+=token.value;return result}emphasis.attention=attention,emphasis.peek=peek;function emphasis(node,_,state,info){const exit=state.enter("phrasing"),item=attentionItem(node,attention,state,state.createTracker(info)),value=item?serialize([item],info.before,info.after):"";return exit(),value}function attention(_,state){return{construct:"emphasis",markers:checkEmphasis(state)==="*"?["*","_"]:["_","*"],sizes:[1]}}function peek(_,_1,state){return state.options.emphasis||"*"}function formatHeadingAsSetext(node,state){let literalWithBreak=!1;return visit(node,function(node2){if("value"in node2&&/\r?\n|\r/.test(node2.value)||node2.type==="break")return literalWithBreak=!0,EXIT}),!!((!node.depth||node.depth<3)&&toString(node)&&(state.options.setext||literalWithBreak))}function heading(node,_,state,info){const rank=Math.max(Math.min(6,node.depth||1),1),tracker=state.createTracker(info);if(formatHeadingAsSetext(node,state)){const exit2=state.enter("headingSetext"),subexit2=state.enter("phrasing"),value2=state.containerPhrasing(node,{...tracker.current(),before:`
`,after:`
`});return subexit2(),exit2(),value2+`
`+(rank===1?"=":"-").repeat(value2.length-(Math.max(value2.lastIndexOf("\r"),value2.lastIndexOf(`
`))+1))}const sequence="#".repeat(rank),exit=state.enter("headingAtx"),subexit=state.enter("phrasing");tracker.move(sequence+" ");let value=state.containerPhrasing(node,{before:"# ",after:`
`,...tracker.current()});const head=value.charCodeAt(0);return(head===9||head===32)&&(value=encodeCharacterReference(head)+value.slice(1)),value=value?sequence+" "+value:sequence,state.options.closeAtx&&(value+=" "+sequence),subexit(),exit(),value}html.peek=htmlPeek;function html(node){return node.value||""}function htmlPeek(){return"<"}image.peek=imagePeek;function image(node,_,state,info){const quote2=checkQuote(state),suffix=quote2==='"'?"Quote":"Apostrophe",exit=state.enter("image");let subexit=state.enter("label");const tracker=state.createTracker(info);let value=tracker.move("![");return value+=tracker.move(state.safe(node.alt,{before:value,after:"]",...tracker.current()})),value+=tracker.move("]("),subexit(),!node.url&&node.title||/[\0- \u007F]/.test(node.url)?(subexit=state.enter("destinationLiteral"),value+=tracker.move("<"),value+=tracker.move(state.safe(node.url,{before:value,after:">",...tracker.current()})),value+=tracker.move(">")):(subexit=state.enter("destinationRaw"),value+=tracker.move(state.safe(node.url,{before:value,after:node.title?" ":")",...tracker.current()}))),subexit(),node.title&&(subexit=state.enter(`title${suffix}`),value+=tracker.move(" "+quote2),value+=tracker.move(state.safe(node.title,{before:value,after:quote2,...tracker.current()})),value+=tracker.move(quote2),subexit()),value+=tracker.move(")"),exit(),value}function imagePeek(){return"!"}imageReference.peek=imageReferencePeek;function imageReference(node,_,state,info){const type=node.referenceType,exit=state.enter("imageReference");let subexit=state.enter("label");const tracker=state.createTracker(info);let value=tracker.move("![");const alt=state.safe(node.alt,{before:value,after:"]",...tracker.current()});value+=tracker.move(alt+"]["),subexit();const stack=state.stack;state.stack=stack.filter(function(d){return d!=="phrasing"}),subexit=state.enter("reference");const reference=state.safe(state.associationId(node),{before:value,after:"]",...tracker.current()});return subexit(),state.stack=stack,exit(),type==="full"||!alt||alt!==reference?value+=tracker.move(reference+"]"):type==="shortcut"?value=value.slice(0,-1):value+=tracker.move("]"),value}function imageReferencePeek(){return"!"}inlineCode.peek=inlineCodePeek;function inlineCode(node,_,state){let value=node.value||"",sequence="`",index=-1;for(;new RegExp("(^|[^`])"+sequence+"([^`]|$)").test(value);)sequence+="`";for(/[^\n\r ]/.test(value)&&(/^[\n\r ]/.test(value)&&/[\n\r ]$/.test(value)||/^`|`$/.test(value))&&(value=" "+value+" ");++index<state.unsafe.length;){const pattern=state.unsafe[index],expression=state.compilePattern(pattern);if(!pattern.atBreak)continue;let match2;for(;match2=expression.exec(value);){let position=match2.index;value.charCodeAt(position)===10&&value.charCodeAt(position-1)===13&&position--,value=value.slice(0,position)+" "+value.slice(match2.index+1)}}return sequence+value+sequence}function inlineCodePeek(){return"`"}function formatLinkAsAutolink(node,state){const raw=toString(node);return!!(!state.options.resourceLink&&node.url&&!node.title&&node.children&&node.children.length===1&&node.children[0].type==="text"&&(raw===node.url||"mailto:"+raw===node.url)&&/^[a-z][+\-.a-z]+:/i.test(node.url)&&!/[\0- <>\u007F]/.test(node.url))}link.peek=linkPeek;function link(node,_,state,info){const quote2=checkQuote(state),suffix=quote2==='"'?"Quote":"Apostrophe",tracker=state.createTracker(info);if(formatLinkAsAutolink(node,state)){const stack=state.stack;state.stack=stack.filter(function(d){return d!=="phrasing"});const exit2=state.enter("autolink");let value2=tracker.move("<");return value2+=tracker.move(state.containerPhrasing(node,{before:value2,after:">",...tracker.current()})),value2+=tracker.move(">"),exit2(),state.stack=stack,value2}const exit=state.enter("link");let subexit=state.enter("label"),value=tracker.move("[");const text2=state.containerPhrasing(node,{before:value,after:"](",...tracker.current()});value+=tracker.move(text2),subexit(),value+=tracker.move("](");const enclose=/[\0- \u007F]/.test(node.url),last=info.before.charAt(info.before.length-1);let title=node.title||void 0;if(!title&&!enclose&&(last===`
`||last==="\r")){let index=0;for(;index<text2.length&&text2.charCodeAt(index)!==93;)index+=text2.charCodeAt(index)===92?2:1;text2.charCodeAt(index+1)===58&&(title="")}return!node.url&&typeof title=="string"||enclose?(subexit=state.enter("destinationLiteral"),value+=tracker.move("<"),value+=tracker.move(state.safe(node.url,{before:value,after:">",...tracker.current()})),value+=tracker.move(">")):(subexit=state.enter("destinationRaw"),value+=tracker.move(state.safe(node.url,{before:value,after:typeof title=="string"?" ":")",...tracker.current()}))),subexit(),typeof title=="string"&&(subexit=state.enter(`title${suffix}`),value+=tracker.move(" "+quote2),value+=tracker.move(state.safe(title,{before:value,after:quote2,...tracker.current()})),value+=tracker.move(quote2),subexit()),value+=tracker.move(")"),exit(),value}function linkPeek(node,_,state){return formatLinkAsAutolink(node,state)?"<":"["}linkReference.peek=linkReferencePeek;function linkReference(node,_,state,info){const type=node.referenceType,exit=state.enter("linkReference");let subexit=state.enter("label");const tracker=state.createTracker(info);let value=tracker.move("[");const text2=state.containerPhrasing(node,{before:value,after:"]",...tracker.current()});value+=tracker.move(text2+"]["),subexit();const stack=state.stack;state.stack=stack.filter(function(d){return d!=="phrasing"}),subexit=state.enter("reference");const reference=state.safe(state.associationId(node),{before:value,after:"]",...tracker.current()});return subexit(),state.stack=stack,exit(),type==="full"||!text2||text2!==reference?value+=tracker.move(reference+"]"):type==="shortcut"?value=value.slice(0,-1):value+=tracker.move("]"),value}function linkReferencePeek(){return"["}function checkBullet(state){const marker=state.options.bullet||"*";if(marker!=="*"&&marker!=="+"&&marker!=="-")throw new Error("Cannot serialize items with `"+marker+"` for `options.bullet`, expected `*`, `+`, or `-`");return marker}function checkBulletOther(state){const bullet=checkBullet(state),bulletOther=state.options.bulletOther;if(!bulletOther)return bullet==="*"?"-":"*";if(bulletOther!=="*"&&bulletOther!=="+"&&bulletOther!=="-")throw new Error("Cannot serialize items with `"+bulletOther+"` for `options.bulletOther`, expected `*`, `+`, or `-`");if(bulletOther===bullet)throw new Error("Expected `bullet` (`"+bullet+"`) and `bulletOther` (`"+bulletOther+"`) to be different");return bulletOther}function checkBulletOrdered(state){const marker=state.options.bulletOrdered||".";if(marker!=="."&&marker!==")")throw new Error("Cannot serialize items with `"+marker+"` for `options.bulletOrdered`, expected `.` or `)`");return marker}function checkRule(state){const marker=state.options.rule||"*";if(marker!=="*"&&marker!=="-"&&marker!=="_")throw new Error("Cannot serialize rules with `"+marker+"` for `options.rule`, expected `*`, `-`, or `_`");return marker}function list2(node,parent,state,info){const exit=state.enter("list"),bulletCurrent=state.bulletCurrent;let bullet=node.ordered?checkBulletOrdered(state):checkBullet(state);const bulletOther=node.ordered?bullet==="."?")":".":checkBulletOther(state);let useDifferentMarker=parent&&state.bulletLastUsed?bullet===state.bulletLastUsed:!1;if(!node.ordered){const firstListItem=node.children?node.children[0]:void 0;if((bullet==="*"||bullet==="-")&&firstListItem&&(!firstListItem.children||!firstListItem.children[0])&&state.stack[state.stack.length-1]==="list"&&state.stack[state.stack.length-2]==="listItem"&&state.stack[state.stack.length-3]==="list"&&state.stack[state.stack.length-4]==="listItem"&&state.indexStack[state.indexStack.length-1]===0&&state.indexStack[state.indexStack.length-2]===0&&state.indexStack[state.indexStack.length-3]===0&&(useDifferentMarker=!0),checkRule(state)===bullet&&firstListItem){let index=-1;for(;++index<node.children.length;){const item=node.children[index];if(item&&item.type==="listItem"&&item.children&&item.children[0]&&item.children[0].type==="thematicBreak"){useDifferentMarker=!0;break}}}}useDifferentMarker&&(bullet=bulletOther),state.bulletCurrent=bullet;const value=state.containerFlow(node,info);return state.bulletLastUsed=bullet,state.bulletCurrent=bulletCurrent,exit(),value}function checkListItemIndent(state){const style=state.options.listItemIndent||"one";if(style!=="tab"&&style!=="one"&&style!=="mixed")throw new Error("Cannot serialize items with `"+style+"` for `options.listItemIndent`, expected `tab`, `one`, or `mixed`");return style}function listItem(node,parent,state,info){const listItemIndent=checkListItemIndent(state);let bullet=state.bulletCurrent||checkBullet(state);parent&&parent.type==="list"&&parent.ordered&&(bullet=(typeof parent.start=="number"&&parent.start>-1?parent.start:1)+(state.options.incrementListMarker===!1?0:parent.children.indexOf(node))+bullet);let size=bullet.length+1;(listItemIndent==="tab"||listItemIndent==="mixed"&&(parent&&parent.type==="list"&&parent.spread||node.spread))&&(size=Math.ceil(size/4)*4);const tracker=state.createTracker(info);tracker.move(bullet+" ".repeat(size-bullet.length)),tracker.shift(size);const exit=state.enter("listItem"),value=state.indentLines(state.containerFlow(node,tracker.current()),map4);return exit(),value;function map4(line,index,blank){return index?(blank?"":" ".repeat(size))+line:(blank?bullet:bullet+" ".repeat(size-bullet.length))+line}}function paragraph(node,_,state,info){const exit=state.enter("paragraph"),subexit=state.enter("phrasing"),value=state.containerPhrasing(node,info);return subexit(),exit(),value}function root(node,_,state,info){if(!node.children.some(function(d){return phrasing(d)}))return state.containerFlow(node,info);const exit=state.enter("phrasing"),value=state.containerPhrasing(node,info);return exit(),value}function checkStrong(state){const marker=state.options.strong||"*";if(marker!=="*"&&marker!=="_")throw new Error("Cannot serialize strong with `"+marker+"` for `options.strong`, expected `*`, or `_`");return marker}strong.attention=attention2,strong.peek=peek2;function strong(node,_,state,info){const exit=state.enter("phrasing"),item=attentionItem(node,attention2,state,state.createTracker(info)),value=item?serialize([item],info.before,info.after):"";return exit(),value}function attention2(_,state){return{construct:"strong",markers:checkStrong(state)==="*"?["*","_"]:["_","*"],sizes:[2]}}function peek2(_,_1,state){return state.options.strong||"*"}function text(node,parent,state,info){const siblings=parent?parent.children:[],index=state.indexStack[state.indexStack.length-1];return state.safe(node.value,{...info,afterNode:siblings[index+1],beforeNode:siblings[index-1]})}function checkRuleRepetition(state){const repetition=state.options.ruleRepetition||3;if(repetition<3)throw new Error("Cannot serialize rules with repetition `"+repetition+"` for `options.ruleRepetition`, expected `3` or more");return repetition}function thematicBreak(_,_1,state){const value=(checkRule(state)+(state.options.ruleSpaces?" ":"")).repeat(checkRuleRepetition(state));return state.options.ruleSpaces?value.slice(0,-1):value}var handle={blockquote,break:hardBreak,code,definition:definition2,emphasis,hardBreak,heading,html,image,imageReference,inlineCode,link,linkReference,list:list2,listItem,paragraph,root,strong,text,thematicBreak},join=[joinDefaults];function joinDefaults(left,right,parent,state){if(right.type==="code"&&formatCodeAsIndented(right,state)&&(left.type==="list"||left.type===right.type&&formatCodeAsIndented(left,state)))return!1;if("spread"in parent&&typeof parent.spread=="boolean"){if(parent.spread)return 1;if(left.type==="html"){const kind=htmlKind(left.value);if(kind===void 0||kind===6||kind===7)return 1}if(left.type==="blockquote"&&right.type==="blockquote"||(left.type==="definition"||left.type==="paragraph")&&right.type==="list"&&(right.ordered&&typeof right.start=="number"&&right.start!==1||right.children.length>0&&right.children[0].children.length===0)||left.type==="paragraph"&&right.type==="thematicBreak"&&checkRule(state)==="-"&&!state.options.ruleSpaces)return 1;let tail=left;for(;(tail.type==="blockquote"||tail.type==="list"||tail.type==="listItem")&&tail.children.length>0;)tail=tail.children[tail.children.length-1];if(tail.type!=="definition"&&tail.type!=="paragraph")return 0;if(right.type==="code"&&formatCodeAsIndented(right,state))return 1;if(right.type==="html"){const kind=htmlKind(right.value);if(kind===void 0||kind===7)return 1}return(left.type==="paragraph"||left!==tail)&&(right.type==="definition"||right.type==="heading"&&formatHeadingAsSetext(right,state)||right.type==="paragraph")?1:0}}for(var fullPhrasingSpans=["autolink","destinationLiteral","destinationRaw","reference","titleQuote","titleApostrophe"],unsafe=[{character:"	",after:"[\\r\\n]",inConstruct:"phrasing"},{character:"	",before:"[\\r\\n]",inConstruct:"phrasing"},{character:"	",inConstruct:["codeFencedLangGraveAccent","codeFencedLangTilde"]},{character:"\r",inConstruct:["codeFencedLangGraveAccent","codeFencedLangTilde","codeFencedMetaGraveAccent","codeFencedMetaTilde","destinationLiteral","headingAtx"]},{character:`
`,inConstruct:["codeFencedLangGraveAccent","codeFencedLangTilde","codeFencedMetaGraveAccent","codeFencedMetaTilde","destinationLiteral","headingAtx"]},{character:"\r",before:"[\\r\\n]",inConstruct:"phrasing"},{character:"\r",after:"\\r",inConstruct:"phrasing"},{character:`
`,before:"\\n",inConstruct:"phrasing"},{character:`
`,after:"[\\r\\n]",inConstruct:"phrasing"},{character:" ",after:"[\\r\\n]",inConstruct:"phrasing"},{character:" ",before:"[\\r\\n]",inConstruct:"phrasing"},{character:" ",inConstruct:["codeFencedLangGraveAccent","codeFencedLangTilde"]},{character:"!",after:"\\[",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{character:'"',inConstruct:"titleQuote"},{atBreak:!0,character:"#"},{character:"#",inConstruct:"headingAtx",after:`(?:[\r
]|$)`},{character:"&",after:"[#A-Za-z]",inConstruct:["codeFencedLangGraveAccent","codeFencedLangTilde","codeFencedMetaGraveAccent","codeFencedMetaTilde","destinationLiteral","destinationRaw","phrasing","titleApostrophe","titleQuote"]},{character:"'",inConstruct:"titleApostrophe"},{character:"(",inConstruct:"destinationRaw"},{before:"\\]",character:"(",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{atBreak:!0,before:"\\d+",character:")"},{character:")",inConstruct:"destinationRaw"},{atBreak:!0,character:"*",after:`(?:[ 	\r
*])`},{character:"*",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{atBreak:!0,character:"+",after:`(?:[ 	\r
])`},{atBreak:!0,character:"-",after:`(?:[ 	\r
-])`},{atBreak:!0,before:"\\d+",character:".",after:`(?:[ 	\r
]|$)`},{atBreak:!0,character:"<",after:"[!/?A-Za-z]"},{character:"<",after:"[!/?A-Za-z]",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{character:"<",inConstruct:"destinationLiteral"},{atBreak:!0,character:"="},{atBreak:!0,character:">"},{character:">",inConstruct:"destinationLiteral"},{atBreak:!0,character:"["},{character:"[",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{character:"[",inConstruct:["label","reference"]},{character:"\\",after:"[\\r\\n]",inConstruct:"phrasing"},{character:"]",inConstruct:["label","reference"]},{atBreak:!0,character:"_"},{character:"_",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{atBreak:!0,character:"`"},{character:"`",inConstruct:["codeFencedLangGraveAccent","codeFencedMetaGraveAccent"]},{character:"`",inConstruct:"phrasing",notInConstruct:fullPhrasingSpans},{atBreak:!0,character:"~"},{character:"<",inConstruct:"autolink"},{character:">",inConstruct:"autolink"},{character:"",inConstruct:"autolink"}],code2=-1;++code2<33;)unsafe.push({character:String.fromCharCode(code2),inConstruct:"autolink"});function association(node){return node.label||!node.identifier?node.label||"":decodeString(node.identifier)}function compilePattern(pattern){if(!pattern._compiled){const before=(pattern.atBreak?"[\\r\\n][\\t ]*":"")+(pattern.before?"(?:"+pattern.before+")":"");pattern._compiled=new RegExp((pattern.beforeNode?"^":before?"("+before+")":"")+(/[$()*+.?[\\\]^{|}]/.test(pattern.character)?"\\":"")+pattern.character+(pattern.afterNode?"$":pattern.after?"(?:"+pattern.after+")":""),pattern.unicode?"gu":"g")}return pattern._compiled}function containerFlow(parent,state,info){const indexStack=state.indexStack,children=parent.children||[],tracker=state.createTracker(info),results=[];let index=-1;for(indexStack.push(-1);++index<children.length;){const child=children[index];indexStack[indexStack.length-1]=index,results.push(tracker.move(state.handle(child,parent,state,{before:`
`,after:`
`,...tracker.current()}))),child.type!=="list"&&(state.bulletLastUsed=void 0),index<children.length-1&&results.push(tracker.move(between(child,children[index+1],parent,state)))}return indexStack.pop(),results.join("")}function between(left,right,parent,state){let index=state.join.length;for(;index--;){const result=state.join[index](left,right,parent,state);if(result===!0||result===1)break;if(typeof result=="number")return`
`.repeat(1+result);if(result===!1)return`

<!---->

`}return`

`}var eol=/\r?\n|\r/g;function indentLines(value,map4){const result=[];let start=0,line=0,match2;for(;match2=eol.exec(value);)one2(value.slice(start,match2.index)),result.push(match2[0]),start=match2.index+match2[0].length,line++;return one2(value.slice(start)),result.join("");function one2(value2){result.push(map4(value2,line,!value2))}}var own3={}.hasOwnProperty;function safe(state,input,config){const value=(config.before||"")+(input||"")+(config.after||""),positions=[],result=[],infos={},percentEncode=state.stack.includes("autolink"),offset=config.before?config.before.length:0,end=value.length-(config.after?config.after.length:0);let index=-1;for(;++index<state.unsafe.length;){const pattern=state.unsafe[index];if(!patternInScope(state.stack,pattern)||!nodeInScope(pattern.beforeNode,config.beforeNode)||!nodeInScope(pattern.afterNode,config.afterNode))continue;const expression=state.compilePattern(pattern),from=pattern.beforeNode?offset:0,subject=value.slice(from,pattern.afterNode?end:void 0);let match2;for(;match2=expression.exec(subject);){const before=!!(pattern.before||pattern.atBreak),after=!!pattern.after,position=from+match2.index+(before?match2[1].length:0);own3.call(infos,position)?(infos[position].before&&!before&&(infos[position].before=!1),infos[position].after&&!after&&(infos[position].after=!1)):(positions.push(position),infos[position]={before,after})}}positions.sort(numerical);let start=offset;for(index=-1;++index<positions.length;){const position=positions[index];if(!(position<start||position>=end)){if(value.charAt(position)==="_"&&position>0&&classifyCharacter(value.charCodeAt(position-1))===void 0&&!own3.call(infos,position-1)&&!(position-1===offset&&/[*_]/.test(value.charAt(offset-1)))){let sequenceEnd=position+1;for(;sequenceEnd<end&&value.charAt(sequenceEnd)==="_";)sequenceEnd++;const skip=sequenceEnd-position-1;if(positions[index+skip]===sequenceEnd-1&&sequenceEnd<value.length&&classifyCharacter(value.charCodeAt(sequenceEnd))===void 0&&!own3.call(infos,sequenceEnd)&&!(sequenceEnd===end-1&&/[*_]/.test(value.charAt(end)))){index+=skip;continue}}if(!(position+1<end&&positions[index+1]===position+1&&infos[position].after&&!infos[position+1].before&&!infos[position+1].after||position-1>=offset&&positions[index-1]===position-1&&infos[position].before&&!infos[position-1].before&&!infos[position-1].after)){if(start!==position){const slice=value.slice(start,position);result.push(percentEncode?slice:escapeBackslashes(slice,"\\"))}start=position+1,percentEncode?result.push("%"+value.charCodeAt(position).toString(16).toUpperCase().padStart(2,"0")):/[!-/:-@[-`{-~]/.test(value.charAt(position))&&(!config.encode||!config.encode.includes(value.charAt(position)))?result.push("\\"+value.charAt(position)):result.push(encodeCharacterReference(value.charCodeAt(position)))}}}const rest=value.slice(start,end);return result.push(percentEncode?rest:escapeBackslashes(rest,config.after)),result.join("")}function nodeInScope(types,node){return types?node?typeof types=="string"?types===node.type:types.includes(node.type):!1:!0}function numerical(a,b){return a-b}function escapeBackslashes(value,after){const expression=/\\(?=[!-/:-@[-`{-~])/g,positions=[],results=[],whole=value+after;let index=-1,start=0,match2;for(;match2=expression.exec(whole);)positions.push(match2.index);for(;++index<positions.length;)start!==positions[index]&&results.push(value.slice(start,positions[index])),results.push("\\"),start=positions[index];return results.push(value.slice(start)),results.join("")}function track(config){const options=config||{},now=options.now||{};let lineShift=options.lineShift||0,line=now.line||1,column=now.column||1;return{move,current,shift};function current(){return{now:{line,column},lineShift}}function shift(value){lineShift+=value}function move(input){const value=input||"",chunks=value.split(/\r?\n|\r/g),tail=chunks[chunks.length-1];return line+=chunks.length-1,column=chunks.length===1?column+tail.length:1+tail.length+lineShift,value}}function toMarkdown(tree,options){const settings=options||{},state={associationId:association,bulletCurrent:void 0,bulletLastUsed:void 0,containerPhrasing:containerPhrasingBound,containerFlow:containerFlowBound,createTracker:track,compilePattern,enter:enter2,handlers:{...handle},handle:void 0,indentLines,indexStack:[],join:[...join],options:{},safe:safeBound,stack:[],unsafe:[...unsafe]};configure(state,settings),state.options.tightDefinitions&&state.join.push(joinDefinition),state.handle=zwitch("type",{invalid,unknown,handlers:state.handlers});let result=state.handle(phrasing(tree)?{type:"root",children:[tree]}:tree,void 0,state,{before:`
`,after:`
`,now:{line:1,column:1},lineShift:0});return result&&result.charCodeAt(result.length-1)!==10&&result.charCodeAt(result.length-1)!==13&&(result+=`
`),result;function enter2(name){return state.stack.push(name),exit;function exit(){state.stack.pop()}}}function invalid(value){throw new Error("Cannot handle value `"+value+"`, expected node")}function unknown(value){const node=value;throw new Error("Cannot handle unknown node `"+node.type+"`")}function joinDefinition(left,right){if(left.type==="definition"&&left.type===right.type)return 0}function containerPhrasingBound(parent,info){return containerPhrasing(parent,this,info)}function containerFlowBound(parent,info){return containerFlow(parent,this,info)}function safeBound(value,config){return safe(this,value,config)}
// src/rendering/html/tag.ts
var inlineKinds = new Map([
  ...["del", "strike", "s"].map((name) => [name, "s"]),
  ...["b", "strong"].map((name) => [name, "strong"]),
  ...["em", "i"].map((name) => [name, "em"]),
  ...["code", "br", "a", "img", "kbd", "sup", "sub"].map((name) => [name, name])
]);
var blocks = new Set("blockquote pre ul ol li p hr dd dl dt".split(" "));
var voids = /* @__PURE__ */ new Set(["br", "img", "hr"]);
var kept = {
  a: ["href", "title"],
  img: ["src", "alt", "title", "width", "height"]
};
function readTag(source) {
  const name = source.replace(/[<>/]/g, "").trim().split(/\s/)[0] ?? "";
  const isHeading = /h[1-6,]/.test(name);
  const isBlock = isHeading || blocks.has(name);
  const kind = isHeading ? "heading" : isBlock ? name : inlineKinds.get(name);
  if (kind === void 0) return null;
  return {
    name,
    kind,
    isClosing: /^<\/\S+.*>$/.test(source),
    isVoid: voids.has(name),
    isBlock,
    attributes: new Map(
      (kept[name] ?? []).map((attribute) => [
        attribute,
        new RegExp(`${attribute}=["'](.+?)["']`).exec(source)?.[1] ?? ""
      ])
    )
  };
}
function writeTag({ name, isClosing, attributes }) {
  if (isClosing) return `</${name}>`;
  const written = [...attributes].filter(([, value]) => value !== "");
  return `<${name}${written.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("")}>`;
}
function escapeHtml(text2) {
  return text2.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

var constructsWithoutStrikethrough=["autolink","destinationLiteral","destinationRaw","reference","titleQuote","titleApostrophe"];handleDelete.peek=peekDelete;function gfmStrikethroughFromMarkdown(){return{canContainEols:["delete"],enter:{strikethrough:enterStrikethrough},exit:{strikethrough:exitStrikethrough}}}function gfmStrikethroughToMarkdown(){return{unsafe:[{character:"~",inConstruct:"phrasing",notInConstruct:constructsWithoutStrikethrough}],handlers:{delete:handleDelete}}}function enterStrikethrough(token){this.enter({type:"delete",children:[]},token)}function exitStrikethrough(token){this.exit(token)}function handleDelete(node,_,state,info){const tracker=state.createTracker(info),exit=state.enter("strikethrough");let value=tracker.move("~~");return value+=state.containerPhrasing(node,{...tracker.current(),before:value,after:"~"}),value+=tracker.move("~~"),exit(),value}function peekDelete(){return"~"}function gfmStrikethrough(options){let single=(options||{}).singleTilde;const tokenizer={name:"strikethrough",tokenize:tokenizeStrikethrough,resolveAll:resolveAllStrikethrough};return single==null&&(single=!0),{text:{126:tokenizer},insideSpan:{null:[tokenizer]},attentionMarkers:{null:[126]}};function resolveAllStrikethrough(events,context){let index=-1;for(;++index<events.length;)if(events[index][0]==="enter"&&events[index][1].type==="strikethroughSequenceTemporary"&&events[index][1]._close){let open=index;for(;open--;)if(events[open][0]==="exit"&&events[open][1].type==="strikethroughSequenceTemporary"&&events[open][1]._open&&events[index][1].end.offset-events[index][1].start.offset===events[open][1].end.offset-events[open][1].start.offset){events[index][1].type="strikethroughSequence",events[open][1].type="strikethroughSequence";const strikethrough2={type:"strikethrough",start:Object.assign({},events[open][1].start),end:Object.assign({},events[index][1].end)},text2={type:"strikethroughText",start:Object.assign({},events[open][1].end),end:Object.assign({},events[index][1].start)},nextEvents=[["enter",strikethrough2,context],["enter",events[open][1],context],["exit",events[open][1],context],["enter",text2,context]],insideSpan=context.parser.constructs.insideSpan.null;insideSpan&&splice(nextEvents,nextEvents.length,0,resolveAll(insideSpan,events.slice(open+1,index),context)),splice(nextEvents,nextEvents.length,0,[["exit",text2,context],["enter",events[index][1],context],["exit",events[index][1],context],["exit",strikethrough2,context]]),splice(events,open-1,index-open+3,nextEvents),index=open+nextEvents.length-2;break}}for(index=-1;++index<events.length;)events[index][1].type==="strikethroughSequenceTemporary"&&(events[index][1].type="data");return events}function tokenizeStrikethrough(effects,ok,nok){const previous=this.previous,events=this.events;let size=0;return start;function start(code3){return previous===126&&events[events.length-1][1].type!=="characterEscape"?nok(code3):(effects.enter("strikethroughSequenceTemporary"),more(code3))}function more(code3){const before=classifyCharacter(previous);if(code3===126)return size>1?nok(code3):(effects.consume(code3),size++,more);if(size<2&&!single)return nok(code3);const token=effects.exit("strikethroughSequenceTemporary"),after=classifyCharacter(code3);return token._open=!after||after===2&&!!before,token._close=!before||before===2&&!!after,ok(code3)}}}var regex_default=/[\0-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,regex_default2=/[\0-\x1F\x7F-\x9F]/,regex_default3=/[!-#%-\*,-\/:;\?@\[-\]_\{\}\xA1\xA7\xAB\xB6\xB7\xBB\xBF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609\u060A\u060C\u060D\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0700-\u070D\u07F7-\u07F9\u0830-\u083E\u085E\u0964\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A\u0E5B\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E\u169B\u169C\u16EB-\u16ED\u1735\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u1944\u1945\u1A1E\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B5A-\u1B60\u1B7D\u1B7E\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E\u1C7F\u1CC0-\u1CC7\u1CD3\u2010-\u2027\u2030-\u2043\u2045-\u2051\u2053-\u205E\u207D\u207E\u208D\u208E\u2308-\u230B\u2329\u232A\u2768-\u2775\u27C5\u27C6\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC\u29FD\u2CF9-\u2CFC\u2CFE\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F\u2E52-\u2E5D\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE\uA4FF\uA60D-\uA60F\uA673\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E\uA92F\uA95F\uA9C1-\uA9CD\uA9DE\uA9DF\uAA5C-\uAA5F\uAADE\uAADF\uAAF0\uAAF1\uABEB\uFD3E\uFD3F\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE61\uFE63\uFE68\uFE6A\uFE6B\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65]|\uD800[\uDD00-\uDD02\uDF9F\uDFD0]|\uD801\uDD6F|\uD802[\uDC57\uDD1F\uDD3F\uDE50-\uDE58\uDE7F\uDEF0-\uDEF6\uDF39-\uDF3F\uDF99-\uDF9C]|\uD803[\uDEAD\uDF55-\uDF59\uDF86-\uDF89]|\uD804[\uDC47-\uDC4D\uDCBB\uDCBC\uDCBE-\uDCC1\uDD40-\uDD43\uDD74\uDD75\uDDC5-\uDDC8\uDDCD\uDDDB\uDDDD-\uDDDF\uDE38-\uDE3D\uDEA9]|\uD805[\uDC4B-\uDC4F\uDC5A\uDC5B\uDC5D\uDCC6\uDDC1-\uDDD7\uDE41-\uDE43\uDE60-\uDE6C\uDEB9\uDF3C-\uDF3E]|\uD806[\uDC3B\uDD44-\uDD46\uDDE2\uDE3F-\uDE46\uDE9A-\uDE9C\uDE9E-\uDEA2\uDF00-\uDF09]|\uD807[\uDC41-\uDC45\uDC70\uDC71\uDEF7\uDEF8\uDF43-\uDF4F\uDFFF]|\uD809[\uDC70-\uDC74]|\uD80B[\uDFF1\uDFF2]|\uD81A[\uDE6E\uDE6F\uDEF5\uDF37-\uDF3B\uDF44]|\uD81B[\uDE97-\uDE9A\uDFE2]|\uD82F\uDC9F|\uD836[\uDE87-\uDE8B]|\uD83A[\uDD5E\uDD5F]/,regex_default4=/[ \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;function re_default(opts){const re={};opts=opts||{},re.src_Any=regex_default.source,re.src_Cc=regex_default2.source,re.src_Z=regex_default4.source,re.src_P=regex_default3.source,re.src_ZPCc=[re.src_Z,re.src_P,re.src_Cc].join("|"),re.src_ZCc=[re.src_Z,re.src_Cc].join("|");const text_separators="[><｜]";return re.src_pseudo_letter=`(?:(?!${text_separators}|${re.src_ZPCc})${re.src_Any})`,re.src_ip4="(?:(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)",re.src_auth=`(?:(?:(?!${re.src_ZCc}|[@/\\[\\]()]).){1,50}@)?`,re.src_port="(?::(?:6(?:[0-4]\\d{3}|5(?:[0-4]\\d{2}|5(?:[0-2]\\d|3[0-5])))|[1-5]?\\d{1,4}))?",re.src_host_terminator=`(?=$|${text_separators}|${re.src_ZPCc})(?!${opts["---"]?"-(?!--)|":"-|"}_|:\\d|\\.-|\\.(?!$|${re.src_ZPCc}))`,re.src_path=`(?:[/?#](?:(?!${re.src_ZCc}|${text_separators}|[()[\\]{}.,"'?!\\-;]).|\\[(?:(?!${re.src_ZCc}|\\]).)*\\]|\\((?:(?!${re.src_ZCc}|[)]).)*\\)|\\{(?:(?!${re.src_ZCc}|[}]).)*\\}|\\"(?:(?!${re.src_ZCc}|["]).)+\\"|\\'(?:(?!${re.src_ZCc}|[']).)+\\'|\\'(?=${re.src_pseudo_letter}|[-])|\\.{2,}[a-zA-Z0-9%/&]|\\.(?!${re.src_ZCc}|[.]|$)|`+(opts["---"]?"\\-(?!--(?:[^-]|$))(?:-*)|":"\\-+|")+`,(?!${re.src_ZCc}|$)|;(?!${re.src_ZCc}|$)|\\!+(?!${re.src_ZCc}|[!]|$)|\\?(?!${re.src_ZCc}|[?]|$))+|\\/)?`,re.src_email_name='[\\-;:&=\\+\\$,\\.a-zA-Z0-9_][\\-;:&=\\+\\$,\\"\\.a-zA-Z0-9_]{0,63}',re.src_xn="xn--[a-z0-9\\-]{1,59}",re.src_domain_root="(?:"+re.src_xn+`|${re.src_pseudo_letter}{1,63})`,re.src_domain="(?:"+re.src_xn+`|(?:${re.src_pseudo_letter})|(?:${re.src_pseudo_letter}(?:-|${re.src_pseudo_letter}){0,61}${re.src_pseudo_letter}))`,re.src_host=`(?:(?:(?:(?:${re.src_domain})\\.)*${re.src_domain}))`,re.tpl_host_fuzzy="(?:"+re.src_ip4+`|(?:(?:(?:${re.src_domain})\\.)+(?:%TLDS%)))`,re.tpl_host_no_ip_fuzzy=`(?:(?:(?:${re.src_domain})\\.)+(?:%TLDS%))`,re.src_host_strict=re.src_host+re.src_host_terminator,re.tpl_host_fuzzy_strict=re.tpl_host_fuzzy+re.src_host_terminator,re.src_host_port_strict=re.src_host+re.src_port+re.src_host_terminator,re.tpl_host_port_fuzzy_strict=re.tpl_host_fuzzy+re.src_port+re.src_host_terminator,re.tpl_host_port_no_ip_fuzzy_strict=re.tpl_host_no_ip_fuzzy+re.src_port+re.src_host_terminator,re.tpl_host_fuzzy_test=`localhost|www\\.|\\.\\d{1,3}\\.|(?:\\.(?:%TLDS%)(?:${re.src_ZPCc}|>|$))`,re.tpl_email_fuzzy=`(^|${text_separators}|"|\\(|${re.src_ZCc})(${re.src_email_name}@${re.tpl_host_fuzzy_strict})`,re.tpl_link_fuzzy=`(^|(?![.:/\\-_@])(?:[$+<=>^\`|｜]|${re.src_ZPCc}))((?![$+<=>^\`|｜])${re.tpl_host_port_fuzzy_strict}${re.src_path})`,re.tpl_link_no_ip_fuzzy=`(^|(?![.:/\\-_@])(?:[$+<=>^\`|｜]|${re.src_ZPCc}))((?![$+<=>^\`|｜])${re.tpl_host_port_no_ip_fuzzy_strict}${re.src_path})`,re}function assign(obj){return Array.prototype.slice.call(arguments,1).forEach(function(source){source&&Object.keys(source).forEach(function(key){obj[key]=source[key]})}),obj}function _class(obj){return Object.prototype.toString.call(obj)}function isString(obj){return _class(obj)==="[object String]"}function isObject(obj){return _class(obj)==="[object Object]"}function isRegExp(obj){return _class(obj)==="[object RegExp]"}function isFunction(obj){return _class(obj)==="[object Function]"}function escapeRE(str){return str.replace(/[.?*+^$[\]\\(){}|-]/g,"\\$&")}var defaultOptions={fuzzyLink:!0,fuzzyEmail:!0,fuzzyIP:!1};function isOptionsObj(obj){return Object.keys(obj||{}).reduce(function(acc,k){return acc||defaultOptions.hasOwnProperty(k)},!1)}var defaultSchemas={"http:":{validate:function(text2,pos,self){const tail=text2.slice(pos);return self.re.http||(self.re.http=new RegExp(`^\\/\\/${self.re.src_auth}${self.re.src_host_port_strict}${self.re.src_path}`,"i")),self.re.http.test(tail)?tail.match(self.re.http)[0].length:0}},"https:":"http:","ftp:":"http:","//":{validate:function(text2,pos,self){const tail=text2.slice(pos);return self.re.no_http||(self.re.no_http=new RegExp("^"+self.re.src_auth+`(?:localhost|(?:(?:${self.re.src_domain})\\.)+${self.re.src_domain_root})`+self.re.src_port+self.re.src_host_terminator+self.re.src_path,"i")),self.re.no_http.test(tail)?pos>=3&&text2[pos-3]===":"||pos>=3&&text2[pos-3]==="/"?0:tail.match(self.re.no_http)[0].length:0}},"mailto:":{validate:function(text2,pos,self){const tail=text2.slice(pos);return self.re.mailto||(self.re.mailto=new RegExp(`^${self.re.src_email_name}@${self.re.src_host_strict}`,"i")),self.re.mailto.test(tail)?tail.match(self.re.mailto)[0].length:0}}},tlds_2ch_src_re="a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]",tlds_default="biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф".split("|");function createValidator(re){return function(text2,pos){const tail=text2.slice(pos);return re.test(tail)?tail.match(re)[0].length:0}}function createNormalizer(){return function(match2,self){self.normalize(match2)}}function compile(self){const re=self.re=re_default(self.__opts__),tlds2=self.__tlds__.slice();self.onCompile(),self.__tlds_replaced__||tlds2.push(tlds_2ch_src_re),tlds2.push(re.src_xn),re.src_tlds=tlds2.join("|");function untpl(tpl){return tpl.replace("%TLDS%",re.src_tlds)}re.email_fuzzy=RegExp(untpl(re.tpl_email_fuzzy),"i"),re.email_fuzzy_global=RegExp(untpl(re.tpl_email_fuzzy),"ig"),re.link_fuzzy=RegExp(untpl(re.tpl_link_fuzzy),"i"),re.link_fuzzy_global=RegExp(untpl(re.tpl_link_fuzzy),"ig"),re.link_no_ip_fuzzy=RegExp(untpl(re.tpl_link_no_ip_fuzzy),"i"),re.link_no_ip_fuzzy_global=RegExp(untpl(re.tpl_link_no_ip_fuzzy),"ig"),re.host_fuzzy_test=RegExp(untpl(re.tpl_host_fuzzy_test),"i");const aliases=[];self.__compiled__={};function schemaError(name,val){throw new Error(`(LinkifyIt) Invalid schema "${name}": ${val}`)}Object.keys(self.__schemas__).forEach(function(name){const val=self.__schemas__[name];if(val===null)return;const compiled={validate:null,link:null};if(self.__compiled__[name]=compiled,isObject(val)){isRegExp(val.validate)?compiled.validate=createValidator(val.validate):isFunction(val.validate)?compiled.validate=val.validate:schemaError(name,val),isFunction(val.normalize)?compiled.normalize=val.normalize:val.normalize?schemaError(name,val):compiled.normalize=createNormalizer();return}if(isString(val)){aliases.push(name);return}schemaError(name,val)}),aliases.forEach(function(alias){self.__compiled__[self.__schemas__[alias]]&&(self.__compiled__[alias].validate=self.__compiled__[self.__schemas__[alias]].validate,self.__compiled__[alias].normalize=self.__compiled__[self.__schemas__[alias]].normalize)}),self.__compiled__[""]={validate:null,normalize:createNormalizer()};const slist=Object.keys(self.__compiled__).filter(function(name){return name.length>0&&self.__compiled__[name]}).map(escapeRE).join("|");self.re.schema_test=RegExp(`(^|(?!_)(?:[><｜]|${re.src_ZPCc}))(${slist})`,"i"),self.re.schema_search=RegExp(`(^|(?!_)(?:[><｜]|${re.src_ZPCc}))(${slist})`,"ig"),self.re.schema_at_start=RegExp(`^${self.re.schema_search.source}`,"i"),self.re.pretest=RegExp(`(${self.re.schema_test.source})|(${self.re.host_fuzzy_test.source})|@`,"i")}function Match(text2,schema,index,lastIndex){const raw=text2.slice(index,lastIndex);this.schema=schema.toLowerCase(),this.index=index,this.lastIndex=lastIndex,this.raw=raw,this.text=raw,this.url=raw}function LinkifyIt(schemas,options){if(!(this instanceof LinkifyIt))return new LinkifyIt(schemas,options);options||isOptionsObj(schemas)&&(options=schemas,schemas={}),this.__opts__=assign({},defaultOptions,options),this.__schemas__=assign({},defaultSchemas,schemas),this.__compiled__={},this.__tlds__=tlds_default,this.__tlds_replaced__=!1,this.re={},compile(this)}LinkifyIt.prototype.add=function(schema,definition3){return this.__schemas__[schema]=definition3,compile(this),this},LinkifyIt.prototype.set=function(options){return this.__opts__=assign(this.__opts__,options),this},LinkifyIt.prototype.test=function(text2){if(!text2.length)return!1;let m,re;if(this.re.schema_test.test(text2)){for(re=this.re.schema_search,re.lastIndex=0;(m=re.exec(text2))!==null;)if(this.testSchemaAt(text2,m[2],re.lastIndex))return!0}return!!(this.__opts__.fuzzyLink&&this.__compiled__["http:"]&&text2.search(this.re.host_fuzzy_test)>=0&&text2.match(this.__opts__.fuzzyIP?this.re.link_fuzzy:this.re.link_no_ip_fuzzy)!==null||this.__opts__.fuzzyEmail&&this.__compiled__["mailto:"]&&text2.indexOf("@")>=0&&text2.match(this.re.email_fuzzy)!==null)},LinkifyIt.prototype.pretest=function(text2){return this.re.pretest.test(text2)},LinkifyIt.prototype.testSchemaAt=function(text2,schema,pos){return this.__compiled__[schema.toLowerCase()]?this.__compiled__[schema.toLowerCase()].validate(text2,pos,this):0},LinkifyIt.prototype.match=function(text2){const result=[],type_schemed=[],type_fuzzy_link=[],type_fuzzy_email=[];let m,len,re;function choose(a,b){return a?b?a.index!==b.index?a.index<b.index?a:b:a.lastIndex>=b.lastIndex?a:b:a:b}if(!text2.length)return null;if(this.re.schema_test.test(text2))for(re=this.re.schema_search,re.lastIndex=0;(m=re.exec(text2))!==null;)len=this.testSchemaAt(text2,m[2],re.lastIndex),len&&type_schemed.push({schema:m[2],index:m.index+m[1].length,lastIndex:m.index+m[0].length+len});if(this.__opts__.fuzzyLink&&this.__compiled__["http:"])for(re=this.__opts__.fuzzyIP?this.re.link_fuzzy_global:this.re.link_no_ip_fuzzy_global,re.lastIndex=0;(m=re.exec(text2))!==null;)type_fuzzy_link.push({schema:"",index:m.index+m[1].length,lastIndex:m.index+m[0].length});if(this.__opts__.fuzzyEmail&&this.__compiled__["mailto:"])for(re=this.re.email_fuzzy_global,re.lastIndex=0;(m=re.exec(text2))!==null;)type_fuzzy_email.push({schema:"mailto:",index:m.index+m[1].length,lastIndex:m.index+m[0].length});const indexes=[0,0,0];let lastIndex=0;for(;;){const candidates2=[type_schemed[indexes[0]],type_fuzzy_email[indexes[1]],type_fuzzy_link[indexes[2]]],candidate=choose(choose(candidates2[0],candidates2[1]),candidates2[2]);if(!candidate)break;if(candidate===candidates2[0]?indexes[0]++:candidate===candidates2[1]?indexes[1]++:indexes[2]++,candidate.index<lastIndex)continue;const match2=new Match(text2,candidate.schema,candidate.index,candidate.lastIndex);this.__compiled__[match2.schema].normalize(match2,this),result.push(match2),lastIndex=candidate.lastIndex}return result.length?result:null},LinkifyIt.prototype.matchAtStart=function(text2){if(!text2.length)return null;const m=this.re.schema_at_start.exec(text2);if(!m)return null;const len=this.testSchemaAt(text2,m[2],m[0].length);if(!len)return null;const match2=new Match(text2,m[2],m.index+m[1].length,m.index+m[0].length+len);return this.__compiled__[match2.schema].normalize(match2,this),match2},LinkifyIt.prototype.tlds=function(list3,keepOld){return list3=Array.isArray(list3)?list3:[list3],keepOld?(this.__tlds__=this.__tlds__.concat(list3).sort().filter(function(el,idx,arr){return el!==arr[idx-1]}).reverse(),compile(this),this):(this.__tlds__=list3.slice(),this.__tlds_replaced__=!0,compile(this),this)},LinkifyIt.prototype.normalize=function(match2){match2.schema||(match2.url=`http://${match2.url}`),match2.schema==="mailto:"&&!/^mailto:/i.test(match2.url)&&(match2.url=`mailto:${match2.url}`)},LinkifyIt.prototype.onCompile=function(){};var linkify_it_default=LinkifyIt;
// builtin-import:node:url?src/rendering/addresses.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:url");
var one = (name) => all[name];
var $domainToASCII = /* @__PURE__ */ one("domainToASCII");
var $domainToUnicode = /* @__PURE__ */ one("domainToUnicode");

// src/rendering/addresses.ts
var host = /^(?:(?:https?:)?\/\/(?:[^/?#@]*@)?|mailto:[^/?#@]*@)([^/?#:@]+)/i;
function toAddress(url) {
  return recodeHost(url.trim(), $domainToASCII, /[^\0-\x7f]/).replace(
    /%[\da-f]{2}|[\ud800-\udbff][\udc00-\udfff]|[^a-z\d;/?:@&=+$,\-_.!~*'()#]/gi,
    (part) => /^%[\da-f]{2}$/i.test(part) ? part : encodeURIComponent(part.toWellFormed())
  );
}
function toReadable(url) {
  return recodeHost(url.trim(), $domainToUnicode, /xn--/i).replace(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = Buffer.from(run.replaceAll("%", ""), "hex");
    return bytes.toString().replace(/[;/?:@&=+$,#%]/g, encodeURIComponent);
  });
}
function recodeHost(url, recode, when) {
  const name = host.exec(url);
  if (name?.[1] === void 0 || !when.test(name[1])) return url;
  const recoded = recode(name[1]);
  if (recoded === "") return url;
  return name[0].slice(0, -name[1].length) + recoded + url.slice(name[0].length);
}
function isLinkable(address) {
  return /^(?:(?:https?|ftp):\/\/|\/)[-a-z0-9+&@#/%?=~_|!:,.;()*[\]$]+$/i.test(address) || /^mailto:[#-.\w]+@[-a-z0-9]+(?:\.[-a-z0-9]+)*\.[a-z]+$/i.test(address);
}

// src/rendering/syntax/bare-addresses.ts
var addressFinder = new linkify_it_default().set({ fuzzyLink: false, fuzzyEmail: false });
var longest = 2e3;
var mostSteps = 100;
function bareAddresses(text2) {
  let left = mostSteps * Math.max(text2.length, 1e4);
  const bareAddress = {
    name: "bareAddress",
    previous: (code3) => code3 === null || code3 < 0 || !/[a-z\d.+\-\\]/i.test(String.fromCharCode(code3)),
    tokenize(effects, ok, nok) {
      let run = "";
      let size = 0;
      const lookAhead = (effects2, ok2, nok2) => {
        const inside2 = (code3) => {
          if (isEnd(code3) || run.length === longest) {
            effects2.exit("data");
            return ok2(code3);
          }
          run += String.fromCharCode(Number(code3));
          if (!/^(?:h(?:t(?:t(?:ps?)?)?)?|f(?:tp?)?)$|^(?:https?|ftp):(?:$|\/$|\/\/)/i.test(
            run.slice(0, 8)
          ))
            return nok2(code3);
          effects2.consume(code3);
          return inside2;
        };
        return (code3) => {
          effects2.enter("data");
          return inside2(code3);
        };
      };
      const inside = (code3) => {
        if (size === 0) {
          effects.exit("bareAddress");
          return ok(code3);
        }
        size -= 1;
        effects.consume(code3);
        return inside;
      };
      const decide = (code3) => {
        left -= run.length;
        if (left < 0) throw new RangeError("the text has too many addresses");
        const found = addressFinder.matchAtStart(run)?.url.replace(/(?<!\*)\*+$/, "") ?? "";
        size = found.length;
        if (size <= run.indexOf(":") || !isLinkable(toAddress(found))) return nok(code3);
        effects.enter("bareAddress");
        return inside(code3);
      };
      return effects.check({ tokenize: lookAhead, partial: true }, decide, nok);
    }
  };
  return { text: { 70: bareAddress, 72: bareAddress, 102: bareAddress, 104: bareAddress } };
}
function isEnd(code3) {
  return code3 === null || code3 <= 32;
}
var bareAddressesFromMarkdown = {
  enter: {
    bareAddress(token) {
      const bare = this.sliceSerialize(token);
      this.enter({ type: "link", url: bare, children: [], data: { bare } }, token);
      this.enter({ type: "text", value: toReadable(bare) }, token);
      this.exit(token);
      this.exit(token);
    }
  }
};

// src/rendering/syntax/alt.ts
var altFromMarkdown = {
  exit: {
    label() {
      const inside = this.stack.at(-1);
      this.resume();
      const node = this.stack.at(-1);
      this.data.inReference = true;
      if (inside?.type !== "fragment" || node === void 0) return;
      if (node.type === "link") node.children = inside.children;
      else if (node.type === "image") {
        const tags = inside.children.flatMap(tagsIn);
        const isShown = (tag) => tag.isBlock || tags.filter(({ name }) => name === tag.name).length === 1;
        node.alt = inside.children.map((child) => altOf(child, isShown)).join("");
      }
    }
  }
};
function tagsIn(node) {
  if (node.type === "html") return [readTag(node.value)].filter((tag) => tag !== null);
  return "children" in node ? node.children.flatMap(tagsIn) : [];
}
function altOf(node, isShown) {
  if (node.type === "text" || node.type === "escaped") return node.value;
  if (node.type === "html") {
    const tag = readTag(node.value);
    if (tag?.name === "img") return tag.attributes.get("alt") ?? "";
    if (tag?.name === "br") return "\n";
    return tag === null || isShown(tag) ? node.value : "";
  }
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map((child) => altOf(child, isShown)).join("") : "";
}

// src/rendering/syntax/escaped.ts
var enter = function(token) {
  const parent = this.stack.at(-1);
  const position = { start: token.start, end: token.end };
  const node = { type: "escaped", value: "", position };
  if (parent !== void 0 && "children" in parent) parent.children.push(node);
  this.stack.push(node);
};
var escapedFromMarkdown = {
  enter: { characterEscape: enter, characterReference: enter }
};

// src/rendering/syntax/refusing.ts
function refusing(name, construct, fits) {
  return {
    ...construct,
    name,
    tokenize(effects, ok, nok) {
      const done = (code3) => fits(this) ? ok(code3) : nok(code3);
      return construct.tokenize.call(this, effects, done, nok);
    }
  };
}
function lastToken({ events }, type, barrier) {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const token = events[index]?.[1];
    if (token?.type === type) return token;
    if (token?.type === barrier) return null;
  }
  return null;
}
function isLinkableToken(context, token) {
  return token !== null && isLinkable(toAddress(decodeString(context.sliceSerialize(token))));
}

// src/rendering/syntax/html.ts
var alone = /* @__PURE__ */ new Set([...htmlBlockNames, ...htmlRawNames]);
var stackHtml = refusing("stackHtml", htmlFlow, (context) => {
  const start = context.events.findLast(
    ([kind, { type }]) => kind === "enter" && type === "htmlFlow"
  )?.[1];
  if (start === void 0 || context.interrupt !== true) return true;
  if (context.parser.lazy[start.start.line] !== true) return true;
  const [, name = "!"] = /^<\/?([a-z][a-z\d-]*)/i.exec(
    context.sliceSerialize({ start: start.start, end: context.now() })
  ) ?? [];
  return name === "!" || alone.has(name.toLowerCase());
});
var stackHtmlBlocks = {
  disable: { null: ["htmlFlow"] },
  flow: { 60: stackHtml }
};

// src/rendering/syntax/links.ts
var stackAutolink = refusing("stackAutolink", autolink, (context) => {
  const token = context.events.at(-4)?.[1];
  if (token === void 0) return false;
  const address = context.sliceSerialize(token);
  return isLinkable(toAddress(token.type === "autolinkEmail" ? `mailto:${address}` : address));
});
var stackDefinition = refusing("stackDefinition", definition, (context) => {
  const address = lastToken(context, "definitionDestinationString", "definitionLabel");
  if (isLinkableToken(context, address)) return true;
  context.parser.defined.pop();
  return false;
});
var isRefusedImage = /* @__PURE__ */ new WeakSet();
var stackLabelEnd = {
  ...labelEnd,
  name: "stackLabelEnd",
  tokenize(effects, ok, nok) {
    const attempt = (construct, done, otherwise) => {
      if (!("tokenize" in construct) || typeof construct.tokenize !== "function")
        return effects.attempt(construct, done, otherwise);
      const resource = refusing("", construct, hasNoRefusedAddress);
      const refused = (code3) => {
        const { _labelStarts: labels } = this;
        const start = labels?.at(-1);
        if (code3 === 40 && start?.type === "labelImage") isRefusedImage.add(start);
        return otherwise?.(code3);
      };
      return effects.attempt(resource, done, refused);
    };
    return labelEnd.tokenize.call(this, { ...effects, attempt }, ok, nok);
  },
  resolveTo(events, context) {
    const index = events.findLastIndex(
      ([kind, token]) => kind === "enter" && isRefusedImage.has(token)
    );
    const image2 = events[index]?.[1];
    const marker = events[index + 1]?.[1];
    if (image2?.type === "labelImage" && marker !== void 0 && isOpen(events, index)) {
      isRefusedImage.delete(image2);
      marker.type = "data";
      const link2 = { ...image2, type: "labelLink", start: { ...marker.end } };
      const [enter2, exit] = events.slice(index + 3, index + 5);
      events.splice(
        index,
        6,
        ["enter", marker, context],
        ["exit", marker, context],
        ["enter", link2, context],
        enter2,
        exit,
        ["exit", link2, context]
      );
    }
    return labelEnd.resolveTo?.(events, context) ?? events;
  }
};
function isOpen(events, index) {
  return !events.slice(index + 6).some(
    ([kind, { type, _balanced: isBalanced }]) => kind === "enter" && (type === "labelLink" || type === "labelImage") && isBalanced !== true
  );
}
function hasNoRefusedAddress(context) {
  return lastToken(context, "resourceDestination", "labelEnd") === null || isLinkableToken(context, lastToken(context, "resourceDestinationString", "labelEnd"));
}
var stackLinks = {
  disable: { null: ["labelEnd", "definition", "autolink"] },
  text: { 60: stackAutolink, 93: stackLabelEnd },
  contentInitial: { 91: stackDefinition }
};

// src/rendering/syntax/quotes.ts
var spoilers = /* @__PURE__ */ new WeakSet();
var exclamationMark = 33;
var greaterThan = 62;
var quote = {
  ...blockQuote,
  name: "quote",
  tokenize(effects, ok, nok) {
    const start = blockQuote.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: tokenizePlainMark, partial: true }, start, nok);
  }
};
var tokenizePlainMark = (effects, ok, nok) => (code3) => {
  if (code3 !== greaterThan) return nok(code3);
  effects.enter("blockQuoteMarker");
  effects.consume(code3);
  effects.exit("blockQuoteMarker");
  return (next) => next === exclamationMark ? nok(next) : ok(next);
};
var spoiler = {
  ...blockQuote,
  name: "spoiler",
  tokenize(effects, ok, nok) {
    return (code3) => {
      const state = this.containerState;
      if (code3 !== greaterThan || state === void 0) return nok(code3);
      const isOpen2 = state.open;
      if (isOpen2 !== true) spoilers.add(effects.enter("blockQuote", { _container: true }));
      effects.enter("blockQuotePrefix");
      effects.consume(code3);
      return (next) => {
        if (next !== exclamationMark) return nok(next);
        state.open = true;
        effects.consume(next);
        return (after) => {
          if (after === 32 || after === -2 || after === -1) {
            effects.consume(after);
            effects.exit("blockQuotePrefix");
            return ok;
          }
          effects.exit("blockQuotePrefix");
          return ok(after);
        };
      };
    };
  }
};
for (const construct of [quote, spoiler])
  construct.continuation = {
    tokenize(effects, ok, nok) {
      const attempt = (_, ...states) => effects.attempt(construct, ...states);
      const { continuation } = blockQuote;
      return continuation.tokenize.call(this, { ...effects, attempt }, ok, nok);
    }
  };
var stackQuotes = {
  disable: { null: ["blockQuote"] },
  document: { [greaterThan]: [quote, spoiler] }
};
var spoilersFromMarkdown = {
  enter: {
    blockQuote(token) {
      const data = { hProperties: { className: ["spoiler"] } };
      this.enter(
        { type: "blockquote", children: [], ...spoilers.has(token) ? { data } : {} },
        token
      );
    }
  }
};

// src/rendering/syntax/tag-links.ts
var starts = /* @__PURE__ */ new WeakMap();
var form = /^!?\[(?:meta-)?tag:([\s\S]*)\]$/;
var resolveTo = (events, context) => {
  const end = events.at(-1)?.[1];
  const start = end && starts.get(end);
  const open = events.findLastIndex(([kind, token]) => kind === "enter" && token === start);
  if (end === void 0 || start === void 0 || open < 0) return events;
  for (let index = open - 1; index >= 0; index -= 1) {
    const token = events[index]?.[1];
    const { type, _inactive: isInactive } = token ?? {};
    if (type === "link" || isInactive === true) break;
    if (token && type === "labelLink") Object.assign(token, { _inactive: true });
  }
  const isImage = start.type === "labelImage";
  const from = isImage && events[open + 1]?.[1].end || start.start;
  const mark = { type: "data", start: { ...start.start }, end: { ...from } };
  const link2 = { type: "tagLink", start: { ...from }, end: { ...end.end } };
  events.splice(open, events.length, ["enter", link2, context], ["exit", link2, context]);
  if (isImage) events.splice(open, 0, ["enter", mark, context], ["exit", mark, context]);
  return events;
};
var tagLinkEnd = {
  name: "tagLinkEnd",
  resolveTo,
  tokenize(effects, ok, nok) {
    const { _labelStarts: labels } = this;
    const start = labels?.at(-1);
    return (code3) => {
      if (start === void 0 || code3 !== 93) return nok(code3);
      const token = effects.enter("tagLinkEnd");
      starts.set(token, start);
      effects.consume(code3);
      effects.exit("tagLinkEnd");
      const text2 = this.sliceSerialize({ start: start.start, end: token.end });
      return form.test(text2) ? ok : nok;
    };
  }
};
var tagLinks = { text: { 93: { ...tagLinkEnd, add: "after" } } };
var tagLinksFromMarkdown = {
  enter: {
    tagLink(token) {
      const [, name = ""] = form.exec(`[${this.sliceSerialize(token).slice(1)}`) ?? [];
      this.enter(
        {
          type: "link",
          url: "",
          children: [{ type: "text", value: name }],
          data: { hProperties: { className: ["s-tag"], href: void 0 } }
        },
        token
      );
      this.exit(token);
    }
  }
};

// src/rendering/parse-as-stack.ts
var strikethrough = { ...gfmStrikethrough({ singleTilde: false }), attentionMarkers: {} };
var syntax = [gfmTable(), strikethrough, stackLinks, tagLinks, stackQuotes, stackHtmlBlocks];
var mdast = [
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  escapedFromMarkdown,
  altFromMarkdown,
  bareAddressesFromMarkdown,
  tagLinksFromMarkdown,
  spoilersFromMarkdown
];
function parseAsStack(text2) {
  return fromMarkdown(text2, {
    extensions: [...syntax, bareAddresses(text2), meter(text2)],
    mdastExtensions: mdast
  });
}
function parseNoAddress(text2) {
  if (!/[*_~]/.test(text2)) return [{ type: "text", value: text2 }];
  const { children } = fromMarkdown(text2, {
    extensions: [strikethrough],
    mdastExtensions: [gfmStrikethroughFromMarkdown()]
  });
  const [first] = children;
  return first?.type === "paragraph" ? first.children : [];
}

// src/rendering/too-costly.ts
var tooDeep = /^[ \t]*(?:>!?[ \t]*|[*+-][ \t]+){10}/m;
var mostBrackets = 3e3;
var mostMarks = 1e4;
function tooCostly(text2) {
  return tooDeep.test(text2) || isCostly(text2) || text2.split(/\n[ \t]*\r?\n/).some(
    (block) => countOf(block, /\[/g) > mostBrackets || countOf(block, /([*_~])\1*/g) > mostMarks
  );
}
function countOf(text2, mark) {
  return text2.match(mark)?.length ?? 0;
}

// src/rendering/html/bare-links.ts
var opening = /^<a[>\s]/i;
var closing = /^<\/a\s*>/i;
function settleBareLinks(block) {
  withoutNested(block, { depth: 0 }, false);
  withFound(block, { depth: 0 });
}
function withoutNested(parent, html2, isInLink) {
  const children = [];
  const add2 = (child) => {
    const last = children.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else children.push(child);
  };
  for (const child of parent.children) {
    if (child.type === "html") {
      if (opening.test(child.value)) html2.depth += 1;
      if (closing.test(child.value)) html2.depth -= 1;
    }
    const bare = child.type === "link" ? child.data?.bare : void 0;
    if (bare !== void 0 && (isInLink || html2.depth > 0))
      for (const each of parseNoAddress(bare)) add2(each);
    else {
      const isLink = child.type === "link" || child.type === "linkReference";
      if ("children" in child && bare === void 0) withoutNested(child, html2, isInLink || isLink);
      add2(child);
    }
  }
  parent.children = children;
}
function withFound(parent, html2) {
  for (let index = parent.children.length - 1; index >= 0; index -= 1) {
    const child = parent.children[index];
    if (child.type === "html") {
      if (opening.test(child.value) && html2.depth > 0) html2.depth -= 1;
      if (closing.test(child.value)) html2.depth += 1;
    } else if (child.type === "text") {
      if (html2.depth > 0) continue;
      const isAfterEscape = parent.children[index - 1]?.type === "escaped";
      const found = linksIn(child, isAfterEscape);
      if (found.length > 1 || found[0] !== child)
        parent.children.splice(index, 1, ...found);
    } else if ("children" in child && child.type !== "link" && child.type !== "linkReference")
      withFound(child, html2);
  }
}
function linksIn(text2, isAfterEscape) {
  if (!/\/\/|mailto:/i.test(text2.value)) return [text2];
  return text2.value.split(/(?<=\n)/).flatMap((line, index) => {
    const nodes = [];
    let end = 0;
    for (const { index: start, lastIndex, url, text: written } of addressFinder.match(line) ?? []) {
      if (start === 0 && index === 0 && isAfterEscape) continue;
      if (line[start - 1] === "\\") continue;
      const address = toAddress(url);
      if (!isLinkable(address)) continue;
      if (start > end) nodes.push({ type: "text", value: line.slice(end, start) });
      const shown = { type: "text", value: toReadable(written) };
      nodes.push({ type: "link", url: address, children: [shown] });
      end = lastIndex;
    }
    if (end < line.length) nodes.push({ type: "text", value: line.slice(end) });
    return nodes;
  });
}

// src/rendering/html/block-html.ts
function rewriteBlockHtml(blocks2) {
  const rewritten = /* @__PURE__ */ new Map();
  const rest = blocks2.filter(({ node, source }) => {
    const whole = wholeElement(source);
    if (whole !== null) rewritten.set(node, { type: "html", value: whole });
    return whole === null;
  });
  const paired = pairedOf(rest);
  for (const each of rest) {
    const { node } = each;
    const left = withoutUnknown(each.source);
    if (paired.has(each) || left.includes("<")) rewritten.set(node, { type: "html", value: left });
    else if (left.trim() === "") rewritten.set(node, null);
    else rewritten.set(node, { type: "html", value: `<p>${escapeHtml(left.trim())}</p>` });
  }
  return rewritten;
}
function wholeElement(source) {
  const element = /^(<[a-z0-9]+.*?>)([^<>\n]+?)(<\/[a-z0-9]+>)$/i.exec(source);
  if (element !== null) {
    const [, open = "", text2 = "", close = ""] = element;
    const tags = [readTag(open), readTag(close)];
    const [first, last] = tags;
    if (!first || !last || first.kind !== last.kind) return null;
    const takesBlocks = first.kind === "blockquote" || first.kind === "pre";
    const shown = takesBlocks ? `<p>${escapeHtml(text2)}</p>` : escapeHtml(text2);
    return inParagraph(first) + shown + inParagraph(last);
  }
  if (!/^<[a-z0-9]+(?:\s.+?)?\s?\/?>$/i.test(source)) return null;
  const tag = readTag(source);
  return tag === null ? null : inParagraph(tag);
}
function inParagraph(tag) {
  const written = writeTag(tag.isVoid ? { ...tag, isClosing: false } : tag);
  return tag.isBlock ? written : `<p>${written}</p>`;
}
function pairedOf(blocks2) {
  const found = [];
  for (const each of blocks2) {
    const opening2 = each.source.match(/<[a-z]+(?:\s[a-z0-9\-"'=\s])?>/gi)?.length ?? 0;
    const closing2 = each.source.match(/<\/[a-z]+>/gi)?.length ?? 0;
    if (opening2 > closing2 || opening2 < closing2 && found.length % 2 === 1) found.push(each);
  }
  return new Set(found.slice(0, found.length - found.length % 2));
}
function withoutUnknown(source) {
  let result = "";
  let end = 0;
  let close = -1;
  for (const { index } of source.matchAll(/<\/?[a-z]/gi)) {
    if (index < end) continue;
    if (close < index) {
      const behind = /[>\n\r\u2028\u2029]/g;
      behind.lastIndex = index;
      close = behind.exec(source)?.index ?? source.length;
    }
    if (source[close] !== ">") continue;
    result += source.slice(end, index) + cleaned(source.slice(index, close + 1));
    end = close + 1;
  }
  return result + source.slice(end);
}
function cleaned(source) {
  const tag = readTag(source);
  if (tag === null) return "";
  if (tag.name === "img" || tag.name === "a") {
    const names = tag.name === "a" ? "href|title" : "width|height|src|alt|title";
    const written = source.match(new RegExp(`(?:${names})=["'].+?["']`, "g")) ?? [];
    if (tag.isClosing && tag.name === "a") return "</a>";
    const isClosed = /[^\S\r\n]?\/?>$/.exec(source)?.[0] ?? ">";
    return `<${[tag.name, ...written].join(" ")}${tag.isVoid ? isClosed : ">"}`;
  }
  return `<${tag.isClosing ? "/" : ""}${tag.name}>`;
}

// src/rendering/html/inline-html.ts
function rewriteInlineHtml(block) {
  const tags = [];
  const texts = /* @__PURE__ */ new Set();
  for (const node of htmlIn(block)) {
    const tag = readTag(node.value);
    if (tag === null) texts.add(node);
    else if (!tag.isBlock) tags.push({ node, tag, isPaired: false });
  }
  for (const [index, each] of tags.entries()) {
    const { node, tag } = each;
    if (tag.isVoid) node.value = writeTag({ ...tag, isClosing: false });
    else if (tag.isClosing) {
      if (each.isPaired) node.value = writeTag(tag);
    } else {
      const other = tags.find(
        (later, place) => place > index && !later.isPaired && later.tag.name === tag.name
      );
      if (other === void 0) continue;
      other.isPaired = true;
      node.value = writeTag(tag);
    }
  }
  if (texts.size > 0) asText(block, texts);
}
function* htmlIn(parent) {
  for (const child of parent.children)
    if (child.type === "html") yield child;
    else if ("children" in child) yield* htmlIn(child);
}
function asText(parent, texts) {
  parent.children = parent.children.map((child) => {
    if (child.type === "html" && texts.has(child)) return { type: "text", value: child.value };
    if ("children" in child) asText(child, texts);
    return child;
  });
}

// src/rendering/settle.ts
var mostCells = 65536;
function settle(tree, text2) {
  const blocks2 = [];
  visit2(tree, (node) => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      settleBareLinks(node);
      rewriteInlineHtml(node);
    } else if (node.type === "html") {
      const isLast = node.position?.end.offset === text2.length;
      blocks2.push({ node, source: isLast ? node.value : `${node.value}
` });
    } else if (node.type === "image" || node.type === "definition") {
      node.url = toAddress(node.url);
    } else if (node.type === "link") {
      const [child] = node.children;
      const { offset } = node.position?.start ?? {};
      const isBracketed = offset !== void 0 && text2[offset] === "<";
      if (isBracketed && child?.type === "text") child.value = toReadable(child.value);
      node.url = toAddress(node.url);
    }
    if (node.type === "list") settleLooseness(node);
    if (node.type === "table" && node.children.length * (node.align?.length ?? 0) > mostCells)
      throw new RangeError("the text has too many cells");
    if ("children" in node) joinCode(node, text2);
  });
  if (blocks2.length > 0) replaceHtml(tree, rewriteBlockHtml(blocks2));
}
function settleLooseness(list3) {
  list3.spread = hasGap(list3.children);
  for (const item of list3.children) item.spread = hasGap(item.children);
}
function hasGap(nodes) {
  return nodes.some(({ position }, index) => {
    const next = nodes[index + 1]?.position;
    return position !== void 0 && next !== void 0 && next.start.line - position.end.line > 1;
  });
}
function visit2(node, visitor, isText = false) {
  visitor(node);
  if (!("children" in node)) return;
  const holdsText = isText || /^(?:paragraph|heading|tableCell)$/.test(node.type);
  for (const child of node.children)
    if (!holdsText || child.type !== "html") visit2(child, visitor, holdsText);
}
function joinCode(parent, text2) {
  if (!parent.children.some((child) => child.type === "code")) return;
  const children = [];
  for (const child of parent.children) {
    const last = children.at(-1);
    if (isIndentedCode(child, text2) && last && isIndentedCode(last, text2)) {
      const lines = Number(child.position?.start.line) - Number(last.position?.end.line);
      last.value += "\n".repeat(lines) + child.value;
      if (child.position) last.position = child.position;
    } else children.push(child);
  }
  parent.children = children;
}
function isIndentedCode(node, text2) {
  return node.type === "code" && /[ \t]/.test(text2[Number(node.position?.start.offset)] ?? "");
}
function replaceHtml(parent, by) {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === "html" && by.has(child)) return by.get(child) ?? [];
    if ("children" in child) replaceHtml(child, by);
    return child;
  });
}

export {
  zwitch,
  toAddress,
  handle,
  toMarkdown,
  escapeHtml,
  gfmStrikethroughToMarkdown,
  parseAsStack,
  tooCostly,
  settle
};
