using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade.Risk;

namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>Which figure of a network is meant.</summary>
/// <param name="Part">What it is of.</param>
/// <param name="Name">The firm, sector, region or assumption; empty for the network.</param>
/// <param name="Figure">What is measured, such as "esri".</param>
public readonly record struct FigureKey(EnsemblePart Part, string Name, string Figure);

/// <summary>All figures of one network of an ensemble.</summary>
public sealed class NetworkDraw
{
    private readonly Dictionary<FigureKey, double?> _figures;

    /// <summary>The figures of a network that was measured elsewhere.</summary>
    /// <param name="figures">The figures, in the order in which they were measured; null where undefined.</param>
    public NetworkDraw(IEnumerable<KeyValuePair<FigureKey, double?>> figures) => _figures = new(figures);

    /// <summary>The figures, in the order in which they were measured; each in its own unit, null where undefined.</summary>
    public IReadOnlyDictionary<FigureKey, double?> Figures => _figures;

    /// <summary>Measures a network.</summary>
    /// <param name="made">The network.</param>
    /// <param name="cascade">How losses spread.</param>
    /// <param name="failing">Identifiers of the firms that fail one at a time; null for none.</param>
    /// <param name="listed">Identifiers of the firms that are cut out at once; null for none.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    internal static NetworkDraw Of(
        Reconstruction made,
        CascadeOptions cascade,
        IReadOnlyList<string>? failing,
        IReadOnlyList<string>? listed,
        CancellationToken cancellation
    )
    {
        var model = CascadeModel.Of(made.Network, cascade);
        var draw = new NetworkDraw([]);
        draw.AddFacts(NetworkFacts.Of(made.Network), made);
        if (failing is not null)
        {
            draw.AddRisk(model, [.. failing.Select(made.Network.Firms.Find)], cancellation);
        }

        if (listed is not null)
        {
            draw.AddListing(model, [.. listed.Select(made.Network.Firms.Find)], cancellation);
        }

        return draw;
    }

    private void AddFacts(NetworkFacts facts, Reconstruction made)
    {
        void Add(string figure, double? value) => this.Add(EnsemblePart.Fact, string.Empty, figure, value);
        Add("links", facts.Links);
        Add("meanDegree", facts.MeanDegree);
        Add("customersTail", facts.CustomersTail);
        Add("suppliersTail", facts.SuppliersTail);
        Add("salesExponent", facts.StrengthExponent);
        Add("purchasesExponent", facts.PurchasesExponent);
        Add("assortativity", facts.Assortativity);
        Add("reciprocity", facts.Reciprocity);
        Add("clustering", facts.Clustering);
        Add("largestPart", facts.LargestPart);
        Add("misplaced", made.Misplaced);
    }

    private void AddRisk(CascadeModel model, FirmNumber[] firms, CancellationToken cancellation)
    {
        IReadOnlyList<CascadeOutcome> outcomes = SystemicRisk.OfEach(model, firms, 1, progress: null, cancellation);
        double[] indices = [.. outcomes.Select(o => o.Loss ?? 0)];
        var concentration = RiskConcentration.Of(indices);
        RiskPlateau? plateau = RiskPlateau.Of(model, firms, indices, cancellation);
        void Add(string figure, double? value) => this.Add(EnsemblePart.Network, string.Empty, figure, value);
        Add("highest", concentration.Highest);
        Add("median", concentration.Median);
        Add("topHundredth", concentration.TopShare);
        Add("aboveTenth", concentration.AboveTenth);
        Add("aboveHundredth", concentration.AboveHundredth);
        Add("plateau", plateau?.Firms.Count);
        Add("plateauLowest", plateau?.Lowest);
        Add("core", plateau?.Core.Count);
        Add("coreShare", plateau?.CoreShare);
        FirmList list = model.Network.Firms;
        foreach (
            IGrouping<string, int> sector in Enumerable
                .Range(0, firms.Length)
                .GroupBy(i => list.Sectors.CodeOf(new(firms[i])), StringComparer.Ordinal)
        )
        {
            AddOutcome(EnsemblePart.Sector, sector.Key, outcomes[sector.MaxBy(i => indices[i])], "esri");
        }

        for (int i = 0; i < firms.Length; i++)
        {
            AddOutcome(EnsemblePart.Firm, list.Ids[firms[i]], outcomes[i], "esri");
        }
    }

    private void AddListing(CascadeModel model, FirmNumber[] listed, CancellationToken cancellation)
    {
        var study = BlacklistStudy.Of(model, listed, 0, cancellation);
        AddOutcome(EnsemblePart.Listing, string.Empty, study.Total, "loss");
        Add(EnsemblePart.Listing, string.Empty, "direct", study.Network.Direct);
        AddGroups(EnsemblePart.ListingSector, study.BySector);
        AddGroups(EnsemblePart.ListingRegion, study.ByRegion);
        FirmList firms = model.Network.Firms;
        foreach (int f in Enumerable.Range(0, firms.Count).Except(listed.Select(f => f.Value)))
        {
            (double down, double up) = (study.Losses.Downstream[f], study.Losses.Upstream[f]);
            Add(EnsemblePart.ListingFirm, firms.Ids[f], "loss", Math.Max(down, up));
            Add(EnsemblePart.ListingFirm, firms.Ids[f], "lossDown", down);
            Add(EnsemblePart.ListingFirm, firms.Ids[f], "lossUp", up);
        }

        foreach (SubstitutionLoss substitution in study.Substitution)
        {
            AddOutcome(EnsemblePart.Substitution, substitution.Assumption, substitution.Outcome, "loss");
        }
    }

    private void AddGroups(EnsemblePart part, IReadOnlyList<GroupLoss> groups)
    {
        foreach (GroupLoss group in groups)
        {
            Add(part, group.Code, "loss", group.Loss);
            Add(part, group.Code, "lossDown", group.Downstream);
            Add(part, group.Code, "lossUp", group.Upstream);
            Add(part, group.Code, "direct", group.Direct);
        }
    }

    private void AddOutcome(EnsemblePart part, string name, CascadeOutcome outcome, string figure)
    {
        Add(part, name, figure, outcome.Loss);
        Add(part, name, figure + "Down", outcome.Downstream);
        Add(part, name, figure + "Up", outcome.Upstream);
    }

    private void Add(EnsemblePart part, string name, string figure, double? value) => _figures[new(part, name, figure)] = value;
}
