/** An article as a client sends it. */
export const article = {
  title: 'Rotating keys',
  body: 'Rotate them.\n',
  tags: ['tls', 'security'],
  type: 'howToGuide',
  permissions: { editableBy: 'everyone', editorUserIds: [], editorUserGroupIds: [] },
};
