using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>
/// Imports in a system of one region, for which pymrio has no place: a category of final demand called Imports, of which no figure is above
/// zero.
/// </summary>
internal static class PymrioImports
{
    /// <summary>The parts with that category taken out of final demand, or as they are.</summary>
    public static FlowTableParts TakenOut(FlowTableParts parts, List<string> derivations)
    {
        int width = parts.FinalDemandCategories.Count;
        int[] named =
        [
            .. Enumerable
                .Range(0, width)
                .Where(c =>
                    parts.FinalDemandCategories[c].Code.Equals(Export.PymrioFolder.ImportCategory, StringComparison.OrdinalIgnoreCase)
                ),
        ];
        if (parts.Sectors.Regions.Count != 1 || named.Length != 1)
        {
            return parts;
        }

        double[] imports = [.. parts.FinalDemand.Where((_, i) => i % width == named[0]).Select(x => -x)];
        if (Array.Exists(imports, x => x < 0))
        {
            return parts;
        }

        derivations.Add(
            $"Imports are the category '{parts.FinalDemandCategories[named[0]].Code}' of final demand, which is negative there."
        );
        return parts with
        {
            FinalDemandCategories = [.. parts.FinalDemandCategories.Where((_, c) => c != named[0])],
            FinalDemand = [.. parts.FinalDemand.Where((_, i) => i % width != named[0])],
            Imports = imports,
        };
    }
}
