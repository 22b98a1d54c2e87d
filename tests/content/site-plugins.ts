/** The MDX plugins of next.config.mjs, loaded: the config names them by string because Turbopack wants it so. */

type Listed = string | readonly [string, object];
type Config = { turbopack: { rules: Record<string, { loaders: { options: Record<string, readonly Listed[]> }[] }[]> } };
type Plugin = [plugin: never, ...settings: object[]];

export async function sitePlugins(): Promise<{ remarkPlugins: Plugin[]; rehypePlugins: Plugin[] }> {
  const before = process.env.TURBOPACK;
  process.env.TURBOPACK = '1';
  const { default: config } = (await import('@/next.config.mjs')) as unknown as { default: Config };
  if (before === undefined) delete process.env.TURBOPACK;
  else process.env.TURBOPACK = before;
  const options = Object.values(config.turbopack.rules)[0]?.[0]?.loaders[0]?.options;
  const load = async (listed: Listed): Promise<Plugin> => {
    const [name, ...settings] = typeof listed === 'string' ? [listed] : listed;
    return [((await import(/* @vite-ignore */ name)) as { default: never }).default, ...settings];
  };
  const loadAll = (list: readonly Listed[] = []) => Promise.all(list.map(load));
  return {
    remarkPlugins: await loadAll(options?.remarkPlugins),
    rehypePlugins: await loadAll(options?.rehypePlugins),
  };
}
