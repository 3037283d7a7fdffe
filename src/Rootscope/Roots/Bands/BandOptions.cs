namespace Rootscope.Roots.Bands;

/// <summary>What is not known and therefore drawn.</summary>
public enum BandSource
{
    /// <summary>How large the cut is.</summary>
    Cut,

    /// <summary>How well inputs, sources and products replace each other, by nest.</summary>
    Elasticities,

    /// <summary>Which evidence tells how hard a product is to replace.</summary>
    Ratings,

    /// <summary>How large the parts of split industries are.</summary>
    Splits,
}

/// <summary>How widely each source is drawn; a width of 0 keeps it at its point. The reason for each is in docs/methods/bands.md.</summary>
public sealed record BandWidths
{
    /// <summary>
    /// Standard deviation of the log odds of the cut. Unit: log odds; 0.25 takes 90% of draws of a cut of 0.5 to between 0.4 and 0.6.
    /// </summary>
    public double Cut { get; init; } = 0.25;

    /// <summary>
    /// Standard deviation of the log of each nest's elasticities, one number a nest. Unit: log points; 0.42 takes 90% of draws to between
    /// half and double.
    /// </summary>
    public double Elasticities { get; init; } = 0.42;

    /// <summary>
    /// How far the weights of the ingredients of irreplaceability go from equal (0) to those of Rubin's Bayesian bootstrap (1), and parts
    /// from the rating of their class (0) to as far as classes are from their groups (1). Unit: share of the way.
    /// </summary>
    public double Ratings { get; init; } = 1;

    /// <summary>
    /// Standard deviation of the log odds of a part's size where it is the reference table's. Unit: log odds. Half of it where the bridge
    /// gives a share.
    /// </summary>
    public double Splits { get; init; } = 1;

    /// <summary>The width of a source, in its own unit.</summary>
    public double Of(BandSource source) =>
        source switch
        {
            BandSource.Cut => Cut,
            BandSource.Elasticities => Elasticities,
            BandSource.Ratings => Ratings,
            _ => Splits,
        };

    /// <summary>The widths with all sources but one at 0.</summary>
    public BandWidths Only(BandSource source) =>
        new()
        {
            Cut = source == BandSource.Cut ? Cut : 0,
            Elasticities = source == BandSource.Elasticities ? Elasticities : 0,
            Ratings = source == BandSource.Ratings ? Ratings : 0,
            Splits = source == BandSource.Splits ? Splits : 0,
        };
}

/// <summary>How bands are drawn.</summary>
public sealed record BandOptions
{
    /// <summary>Number of draws, at least 2.</summary>
    public required int Draws { get; init; }

    /// <summary>The seed; draw i uses stream i of it.</summary>
    public required long Seed { get; init; }

    /// <summary>How widely sources are drawn.</summary>
    public BandWidths Widths { get; init; } = new();

    /// <summary>
    /// Numbers of the products for which each source is also drawn alone, to tell which of them the spread comes from: four more solves a
    /// draw. Null for all, empty for none.
    /// </summary>
    public IReadOnlyList<IndustryNumber>? SourcesOf { get; init; }

    /// <summary>Most threads; bands are the same bytes on any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks every option and reports all faults at once.</summary>
    /// <exception cref="ModelException">An option is out of its range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Draws < 2)
        {
            faults.Add($"there are {Draws} draws, expected at least 2");
        }

        if (Threads < 1)
        {
            faults.Add($"there are {Threads} threads, expected at least 1");
        }

        foreach (BandSource source in Enum.GetValues<BandSource>())
        {
            double width = Widths.Of(source);
            double most = source == BandSource.Ratings ? 1 : 5;
            if (!(width >= 0 && width <= most))
            {
                faults.Add($"the width of {source} is {width}, expected from 0 to {most}");
            }
        }

        if (faults.Count > 0)
        {
            throw new ModelException($"The options of the bands do not hold: {string.Join("; ", faults)}.");
        }
    }
}
