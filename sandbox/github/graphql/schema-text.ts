/** The part of GitHub's GraphQL schema that the sandbox serves, with the same names and types. */
export const schemaText = `
scalar BigInt
scalar DateTime
scalar GitObjectID
scalar URI

type Query {
  node(id: ID!): Node
  rateLimit(dryRun: Boolean = false): RateLimit
  repository(followRenames: Boolean = true, name: String!, owner: String!): Repository
  viewer: User!
}

interface Node { id: ID! }
interface Actor { login: String! resourcePath: URI! url: URI! }

type RateLimit {
  cost: Int!
  limit: Int!
  nodeCount: Int!
  remaining: Int!
  resetAt: DateTime!
  used: Int!
}

enum RepositoryVisibility { INTERNAL PRIVATE PUBLIC }
enum RepositoryPermission { ADMIN MAINTAIN READ TRIAGE WRITE }
enum PullRequestState { CLOSED MERGED OPEN }
enum OrderDirection { ASC DESC }
enum IssueOrderField { COMMENTS CREATED_AT UPDATED_AT }
enum IssueCommentOrderField { UPDATED_AT }
enum ReleaseOrderField { CREATED_AT NAME }
input ReleaseOrder { direction: OrderDirection! field: ReleaseOrderField! }
input IssueOrder { direction: OrderDirection! field: IssueOrderField! }
input IssueCommentOrder { direction: OrderDirection! field: IssueCommentOrderField! }

type Repository implements Node {
  databaseId: Int
  defaultBranchRef: Ref
  id: ID!
  isPrivate: Boolean!
  label(name: String!): Label
  name: String!
  nameWithOwner: String!
  object(expression: String, oid: GitObjectID): GitObject
  pullRequest(number: Int!): PullRequest
  pullRequests(
    after: String
    baseRefName: String
    before: String
    first: Int
    headRefName: String
    labels: [String!]
    last: Int
    orderBy: IssueOrder
    states: [PullRequestState!]
  ): PullRequestConnection!
  ref(qualifiedName: String!): Ref
  release(tagName: String!): Release
  releases(
    after: String
    before: String
    first: Int
    last: Int
    orderBy: ReleaseOrder
  ): ReleaseConnection!
  url: URI!
  viewerPermission: RepositoryPermission
  visibility: RepositoryVisibility!
}

type Ref implements Node { id: ID! name: String! prefix: String! target: GitObject }
interface GitObject { id: ID! oid: GitObjectID! }
type Blob implements GitObject & Node {
  byteSize: Int!
  id: ID!
  isBinary: Boolean
  isTruncated: Boolean!
  oid: GitObjectID!
  text: String
}
type Tree implements GitObject & Node { entries: [TreeEntry!] id: ID! oid: GitObjectID! }
type TreeEntry { mode: Int! name: String! object: GitObject oid: GitObjectID! path: String type: String! }
type Commit implements GitObject & Node {
  associatedPullRequests(after: String, before: String, first: Int, last: Int): PullRequestConnection
  history(
    after: String
    before: String
    first: Int
    last: Int
    path: String
  ): CommitHistoryConnection!
  id: ID!
  oid: GitObjectID!
}
type CommitHistoryConnection { nodes: [Commit] pageInfo: PageInfo! totalCount: Int! }

type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
}

type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }

type PullRequest implements Node {
  author: Actor
  baseRefName: String!
  body: String!
  comments(
    after: String
    before: String
    first: Int
    last: Int
    orderBy: IssueCommentOrder
  ): IssueCommentConnection!
  createdAt: DateTime!
  headRefName: String!
  id: ID!
  isCrossRepository: Boolean!
  labels(after: String, before: String, first: Int, last: Int): LabelConnection
  lastEditedAt: DateTime
  mergeCommit: Commit
  merged: Boolean!
  mergedAt: DateTime
  mergedBy: Actor
  number: Int!
  repository: Repository!
  state: PullRequestState!
  title: String!
  updatedAt: DateTime!
  url: URI!
}

type ReleaseConnection { nodes: [Release] pageInfo: PageInfo! totalCount: Int! }

type Release implements Node {
  author: User
  createdAt: DateTime!
  databaseId: Int
  description: String
  id: ID!
  isDraft: Boolean!
  isPrerelease: Boolean!
  name: String
  publishedAt: DateTime
  tagCommit: Commit
  tagName: String!
  updatedAt: DateTime!
  url: URI!
}

type LabelConnection { nodes: [Label] pageInfo: PageInfo! totalCount: Int! }
type Label implements Node { id: ID! name: String! }

type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }

type IssueComment implements Node {
  author: Actor
  body: String!
  createdAt: DateTime!
  databaseId: Int
  editor: Actor
  fullDatabaseId: BigInt
  id: ID!
  includesCreatedEdit: Boolean!
  lastEditedAt: DateTime
  updatedAt: DateTime!
  url: URI!
}

type User implements Actor & Node {
  databaseId: Int
  id: ID!
  login: String!
  resourcePath: URI!
  url: URI!
}
type Bot implements Actor & Node {
  databaseId: Int
  id: ID!
  login: String!
  resourcePath: URI!
  url: URI!
}
type Organization implements Actor & Node {
  databaseId: Int
  id: ID!
  login: String!
  resourcePath: URI!
  url: URI!
}
`;
