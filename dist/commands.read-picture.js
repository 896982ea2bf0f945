// src/commands/read-picture.ts
async function readPicture({ tree }, { pictures }, target) {
  const file = pictures.get(target);
  if (!file) return null;
  const { path, revision, size } = file;
  for await (const { bytes } of tree.read([{ path, revision, size, kind: "file" }]))
    return { file, bytes };
  return null;
}

export {
  readPicture
};
