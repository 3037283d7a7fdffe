using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What axe finds serious on a page as it stands in the browser.</summary>
internal static class PageFindings
{
    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>Each serious or critical finding with the elements it is about.</summary>
    /// <remarks>
    /// The whole page is one document without frames, so axe runs once in it; the package's own way opens a second page for each run, which
    /// takes most of the time.
    /// </remarks>
    public static async Task<string[]> Of(IPage page)
    {
        await page.EvaluateAsync(Script.Value + "; undefined");
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const found = await axe.run({ resultTypes: ['violations'] });
              if (found.passes.length === 0) throw new Error('axe looked at nothing');
              return found.violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id}: ${v.nodes.map(n => n.html).join('; ')}`);
            }
            """
        );
    }
}
