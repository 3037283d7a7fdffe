using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>A bridge with the sizes that a scenario declares.</summary>
internal static class PartSizes
{
    /// <summary>Fits a bridge to a scenario.</summary>
    /// <param name="bridge">The bridge.</param>
    /// <param name="named">The technologies that the scenario names as parts of industries.</param>
    /// <param name="keepsAll">Whether parts that the scenario does not name are split off too.</param>
    /// <returns>Null where nothing is left to split off.</returns>
    /// <exception cref="ModelException">Two technologies of one part are declared with different shares.</exception>
    public static TechnologyBridge? Fitted(TechnologyBridge bridge, IReadOnlyList<ScenarioProduct> named, bool keepsAll)
    {
        BridgePart[] parts =
        [
            .. from part in bridge.Parts
            let own = named.Where(p => p.Code == part.Split.Parent && bridge.Find(p.Technology!)?.Part == part).ToArray()
            where keepsAll || (own.Length > 0 && !part.IsWhole)
            select Sized(part, own),
        ];
        return parts.Length == 0 ? null : new TechnologyBridge(bridge.Name, parts, bridge.Slices);
    }

    private static BridgePart Sized(BridgePart part, ScenarioProduct[] named)
    {
        double[] shares = [.. named.Select(p => p.ShareOfCarrier).OfType<double>().Distinct()];
        if (shares.Length > 1)
        {
            throw new ModelException(
                $"{string.Join(" and ", named.Select(p => p.Technology))} are one part of {part.Split.Parent}, {part.Split.Name}, but are "
                    + "declared with different shares. Declare one share for both."
            );
        }

        return shares.Length == 0 || part.IsWhole
            ? part
            : part with
            {
                Split = part.Split with { OutputShare = shares[0], ImportShare = null, ExportShare = null },
                Source = string.Create(CultureInfo.InvariantCulture, $"{part.Source}; share of output {shares[0]:0.####}, declared"),
                SizeFrom = SizeOrigin.Given,
            };
    }
}
