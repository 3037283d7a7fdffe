using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Shocks.Lenses;

/// <summary>What a lens says of its cuts is how they come out, for every lens of the registry.</summary>
public class LensTraitTests
{
    private const string Table = "china-2020";

    /// <summary>Losses that are in proportion to the cut are so to rounding; others are off by far more than this.</summary>
    private const double Proportion = 1e-6;

    private static readonly ElasticitySet Some = ElasticitySet.Uniform("some", 0.5, 0.3, 2, 0.9);

    public static TheoryData<string> Words => [.. LensRegistry.Default.Words];

    [Theory]
    [MemberData(nameof(Words))]
    public void Imports_alone_have_an_answer_where_the_lens_knows_imports(string word)
    {
        ILens lens = LensRegistry.Default.Named(word);
        bool answered = Cut(lens, 0.5, SupplyScope.Imported).All(o => o.Status != CutStatus.NotRepresented);
        Assert.Equal(lens.Cuts.KnowsImports, answered);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_cut_of_everything_is_refused_where_the_lens_says_why(string word)
    {
        ILens lens = LensRegistry.Default.Named(word);
        Assert.Equal(lens.Cuts.AgainstFullCut is null, Cut(lens, 1).All(o => o.Status is CutStatus.Ok or CutStatus.NoUse));
        var options = new RootOptions
        {
            Lens = lens,
            Cut = 1,
            Equilibrium = new EquilibriumOptions { Elasticities = Some },
        };
        if (lens.Cuts.AgainstFullCut is { } reason)
        {
            Assert.Contains($"100% {reason}", Assert.Throws<ModelException>(options.Validate).Message, StringComparison.Ordinal);
            return;
        }

        options.Validate();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Elasticities_and_ratings_of_inputs_shape_figures_where_the_lens_uses_them(string word)
    {
        ILens lens = LensRegistry.Default.Named(word);
        double?[] losses = [.. Cut(lens, 0.5).Select(o => o.Loss)];
        double?[] other = [.. Cut(lens, 0.5, set: ElasticitySet.Uniform("other", 0.2, 0.1, 4, 0.5)).Select(o => o.Loss)];
        Assert.Equal(lens.Cuts.UsesElasticities, !losses.SequenceEqual(other));
        string[] codes = [.. EmbeddedTables.Read(Table).Sectors.Industries.Select(i => i.Code)];
        double?[] rated = [.. Cut(lens, 0.5, essentiality: EssentialityMatrix.Uniform(InputRating.Negligible, codes)).Select(o => o.Loss)];
        Assert.Equal(lens.Cuts.UsesEssentiality, !losses.SequenceEqual(rated));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Losses_are_in_proportion_to_the_cut_where_the_lens_has_no_benchmark(string word)
    {
        ILens lens = LensRegistry.Default.Named(word);
        double[] small = [.. Cut(lens, 0.2).Select(o => o.Loss ?? 0)];
        double[] large = [.. Cut(lens, 0.8).Select(o => o.Loss ?? 0)];
        bool proportional = small.Zip(large).All(p => Math.Abs((4 * p.First) - p.Second) <= Proportion * p.Second);
        Assert.Equal(lens.Cuts.Benchmark == CutBenchmark.None, proportional);
    }

    [Fact]
    public void Every_lens_is_found_by_its_word_and_none_twice()
    {
        LensRegistry lenses = LensRegistry.Default;
        Assert.All(lenses.All, l => Assert.Same(l, lenses.Named(l.Word.ToUpperInvariant())));
        Assert.Equal(lenses.Words.Distinct(StringComparer.Ordinal), lenses.Words);
        Assert.Contains(
            "equilibrium",
            Assert.Throws<UnknownNameException>(() => lenses.Named("equilibrum")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => lenses.With(lenses.Usual));
    }

    private static CutOutcome[] Cut(
        ILens lens,
        double share,
        SupplyScope supply = SupplyScope.All,
        ElasticitySet? set = null,
        EssentialityMatrix? essentiality = null
    )
    {
        FlowTable table = EmbeddedTables.Read(Table);
        var economy = new CutEconomy(table, RegionEconomy.Of(table, new EquilibriumOptions { Elasticities = set ?? Some }), essentiality);
        SupplyCut[] cuts = [.. new[] { "094", "078", "001" }.Select(c => new SupplyCut(table.Sectors.FindIndustry(c), share, supply))];
        return [.. lens.Cut(economy, cuts, cancellation: TestContext.Current.CancellationToken).Answers.Select(a => a.Outcome)];
    }
}
