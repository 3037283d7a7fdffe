using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Storage.Scenarios;

/// <summary>Finds what listed firms are of their industries: by a firm file, then by what is published of them.</summary>
/// <param name="block">The values of the shock.</param>
/// <param name="table">The table.</param>
/// <param name="folder">Where a firm file is found; null where none may be read.</param>
/// <param name="bridge">The bridge that splits technologies off the table.</param>
/// <param name="notes">Takes which source was used for whom, with year and source.</param>
internal sealed class FirmResolver(
    YamlBlock block,
    FlowTable table,
    string? folder,
    Lazy<TechnologyBridge?> bridge,
    ICollection<string> notes
)
{
    private const string FirmsKey = "firms";

    private readonly HeldByFirms _published = new(FactLibrary.Holdings());

    /// <summary>What each firm makes.</summary>
    /// <exception cref="TableException">A firm is known to nobody, or not well enough; or the shares of one industry exceed it.</exception>
    public IReadOnlyList<FirmHolding> Of(IReadOnlyList<string> firms)
    {
        FirmFile? file = File();
        List<FirmHolding> held = [];
        foreach ((int item, string firm) in firms.Index())
        {
            IReadOnlyList<FirmHolding> own = file?.Of(firm, table, bridge, notes) ?? [];
            held.AddRange(own.Count > 0 ? own : Published(firm, item, file));
        }

        foreach (FirmHolding holding in held)
        {
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{holding.Firm} is {holding.Share * 100:0.####}% of {holding.Product.TechnologyName ?? holding.Product.Code} of "
                        + $"{holding.Region} ({holding.Source})."
                )
            );
        }

        RequireRest(held);
        return held;
    }

    private FirmFile? File()
    {
        const string Key = FirmHolding.FileField;
        if (block.Find(Key) is not { } path)
        {
            return null;
        }

        if (folder is null)
        {
            throw block.Fault(
                Key,
                $"'{Key}' is a file, which only the command line reads, beside the scenario. Here give the firms 'product', 'region' and "
                    + $"'share' instead, one blacklist for each."
            );
        }

        string full = Path.Combine(folder, path);
        return System.IO.File.Exists(full)
            ? FirmFile.Read(full)
            : throw block.Fault(
                Key,
                $"there is no file '{path}' beside the scenario (looked for {full}). It is a CSV file with the columns firm, product, "
                    + $"region, share, year, source."
            );
    }

    private IEnumerable<FirmHolding> Published(string firm, int item, FirmFile? file)
    {
        IReadOnlyList<HeldByFirms.Finding> found = _published.Of(firm, IsRegion);
        if (found.Count == 0)
        {
            throw block.Fault(FirmsKey, item, Unknown(firm, file));
        }

        foreach (HeldByFirms.Finding finding in found)
        {
            string known = finding.Firm.Technology;
            string code = finding.Firm.Economies[0];
            if (finding.Share is not { } share || !table.Sectors.TryFindRegion(code, out _))
            {
                throw block.Fault(FirmsKey, item, NotEnough(finding));
            }

            var product = new ProductResolver(
                YamlBlock.Of("catalogue", $"product: {known}"),
                ShockFields.Product.Name,
                table,
                needsCarrier: true,
                bridge,
                notes
            );
            yield return new FirmHolding(firm, Product(product, item), code, share, $"published: {finding.Source}");
        }
    }

    private ScenarioProduct Product(ProductResolver resolver, int item)
    {
        try
        {
            return resolver.Products()[0];
        }
        catch (TableException e)
        {
            throw block.Fault(FirmsKey, item, e.Fault);
        }
    }

    private FaultText Unknown(string firm, FirmFile? file)
    {
        IReadOnlyList<string> near = NearestNames.Of(firm, [.. file?.Firms ?? [], .. _published.Firms(IsRegion)]);
        return $"nobody knows what '{firm}' makes: it is neither in "
            + $"{(file is null ? "a firm file (none is given)" : $"the firm file '{block.Find(FirmHolding.FileField)}'")} nor among the "
            + $"holders that are published.{(near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty)} "
            + (
                file is null
                    ? "Say what it makes, where, and its share of that with 'product', 'region' and 'share', or give a 'firm_file' (CSV: "
                        + "firm, product, region, share, year, source)."
                    : "Add a row for it, or mend its name."
            );
    }

    private FaultText NotEnough(HeldByFirms.Finding finding)
    {
        HoldingFact fact = finding.Firm;
        string? home = fact.Economies is [var one] ? one : null;
        string missing =
            home is null ? "it belongs to several economies, and what it makes in each is not published"
            : !table.Sectors.TryFindRegion(home, out _) ? $"{table.Metadata.Id} has no region {home}"
            : finding.Economy is null
                ? $"what {home} holds of that is not published, so that its share of what {home} makes does not follow"
            : "one of the two shares is only a bound, or they contradict each other";
        string region = home is not null && table.Sectors.TryFindRegion(home, out _) ? home : "…";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Known}, but {missing}. Add 'product: {fact.Technology}', 'region: {region}' and 'share: …', its share of "
                + $"what the region "
                + $"makes ({(home is null ? string.Empty : $"of {fact.Subject} at least {fact.Share:0.###}; ")}it may be less of all of "
                + $"{fact.Technology}), or give a 'firm_file'."
        );
    }

    private void RequireRest(IReadOnlyList<FirmHolding> held)
    {
        const double Rounding = 1e-9;
        if (held.GroupBy(h => (h.Product.WorkingCode, h.Region)).FirstOrDefault(g => g.Sum(h => h.Share) > 1 + Rounding) is { } too)
        {
            throw block.Fault(
                FirmsKey,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(", ", too.Select(h => $"{h.Firm} {h.Share:0.####}"))} are more than all of {too.Key.WorkingCode} of "
                        + $"{too.Key.Region}. Mend their shares."
                )
            );
        }
    }

    /// <summary>Whether a name is that of a region of the table.</summary>
    private bool IsRegion(string name) => table.Sectors.Regions.Any(r => Same(r.Name, name) || Same(r.Code, name));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
