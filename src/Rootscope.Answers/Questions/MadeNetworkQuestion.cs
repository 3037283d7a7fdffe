using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Questions;

/// <summary>A network of firms that is made from nothing, with the heavy tails of real ones.</summary>
public sealed record MadeNetworkQuestion : Question
{
    internal const string Name = "network-generate";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Number of firms.</summary>
    public int Firms { get; init; } = 1000;

    /// <summary>Mean number of customers that is aimed at. Unit: links.</summary>
    public double MeanDegree { get; init; } = 10;

    /// <summary>Number of sectors: classes of NACE rev. 2 evenly spread over all of them, codes of their own beyond.</summary>
    public int Sectors { get; init; } = 615;

    /// <summary>The seed; the same seed gives the same network.</summary>
    public long Seed { get; init; } = 1;

    internal static IReadOnlyList<QuestionField<MadeNetworkQuestion>> Fields { get; } =
    [
        QuestionFields.Whole<MadeNetworkQuestion>("firms", q => q.Firms, (q, v) => q with { Firms = checked((int)v) }),
        QuestionFields.Number<MadeNetworkQuestion>("meanDegree", q => q.MeanDegree, (q, v) => q with { MeanDegree = v }),
        QuestionFields.Whole<MadeNetworkQuestion>("sectors", q => q.Sectors, (q, v) => q with { Sectors = checked((int)v) }),
        QuestionFields.Whole<MadeNetworkQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        var faults = new List<QuestionFault>();
        if (Firms < 2)
        {
            faults.Add(CommonFaults.Outside("firms", Firms, "a number of firms of at least 2", "Give 1000."));
        }

        if (!(MeanDegree > 0 && MeanDegree < Firms))
        {
            faults.Add(CommonFaults.Outside("meanDegree", MeanDegree, "above 0 and below the number of firms", "Give 10."));
        }

        if (Sectors < 1)
        {
            faults.Add(CommonFaults.Outside("sectors", Sectors, "a number of sectors of at least 1", "Give 615."));
        }

        return faults;
    }

    /// <summary>The options of the library's generator.</summary>
    internal GeneratorOptions Options =>
        new()
        {
            Firms = Firms,
            MeanDegree = MeanDegree,
            Sectors = NaceClasses.Spread(Sectors),
            Seed = Seed,
        };

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
