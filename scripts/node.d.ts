export declare const root: string
export declare function pickNode(
  versions?: { readonly node: string; readonly sqlite?: string },
  platform?: string,
  arch?: string,
  exists?: (path: string) => boolean,
): { readonly path: string; readonly problem?: undefined } | { readonly path?: undefined; readonly problem: string }
export declare function handOn(args: readonly string[]): Promise<number>
