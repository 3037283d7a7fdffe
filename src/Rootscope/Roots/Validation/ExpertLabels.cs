using Rootscope.Catalogue;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Roots.Validation;

/// <summary>One item of an expert list, mapped to an industry that makes it.</summary>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="List">The list.</param>
/// <param name="Item">The item of the list.</param>
/// <param name="Classification">The classification of <paramref name="Code"/>.</param>
/// <param name="Code">The industry.</param>
/// <param name="Grade">How purely the industry stands for the item.</param>
public sealed record ExpertMention(string Place, string List, string Item, string Classification, string Code, PurityGrade Grade);

/// <summary>What an expert list says about an industry.</summary>
public enum IndustryLabel
{
    /// <summary>The industry takes no part: it is neither manufacturing nor software.</summary>
    NotCompared,

    /// <summary>The list names it, but only as a broad class (grade C): it counts on neither side.</summary>
    LeftOut,

    /// <summary>The list does not name it.</summary>
    Negative,

    /// <summary>The list names it with grade A or B.</summary>
    Positive,
}

/// <summary>The label of every industry of a table after an expert list.</summary>
/// <remarks>
/// Only manufacturing and software industries are compared, so that services do not make the test easy: in bea2017 the codes that
/// begin with 3, 5112 or 5415; in nbs2020 012 to 099 and 128. An industry's label is its best grade in the list.
/// </remarks>
public sealed class ExpertLabels
{
    private readonly IndustryLabel[] _labels;

    private ExpertLabels(IndustryLabel[] labels) => _labels = labels;

    /// <summary>One label an industry, in the order of the table's industries.</summary>
    public IReadOnlyList<IndustryLabel> Labels => _labels;

    /// <summary>Number of industries named with grade A or B.</summary>
    public int Positives => _labels.Count(l => l == IndustryLabel.Positive);

    /// <summary>Number of industries on either side.</summary>
    public int Compared => _labels.Count(l => l is IndustryLabel.Positive or IndustryLabel.Negative);

    /// <summary>Labels the industries of a table.</summary>
    /// <param name="industries">The industries, in table order.</param>
    /// <param name="classification">The classification of their codes.</param>
    /// <param name="mentions">The list; items of other classifications are passed over.</param>
    /// <exception cref="ModelException">It is not defined which industries of this classification are manufacturing and
    /// software.</exception>
    /// <exception cref="TableException">The list has no item of this classification, or names a code that the table does not
    /// have.</exception>
    public static ExpertLabels Of(IReadOnlyList<Industry> industries, string classification, IReadOnlyList<ExpertMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(industries);
        ArgumentNullException.ThrowIfNull(mentions);
        Func<string, bool> isCompared = ComparedIn(classification);
        Dictionary<string, PurityGrade> best = BestGrades(industries, classification, mentions);
        var labels = new IndustryLabel[industries.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] =
                !isCompared(industries[i].Code) ? IndustryLabel.NotCompared
                : !best.TryGetValue(industries[i].Code, out PurityGrade grade) ? IndustryLabel.Negative
                : grade == PurityGrade.C ? IndustryLabel.LeftOut
                : IndustryLabel.Positive;
        }

        return new ExpertLabels(labels);
    }

    /// <summary>Labels the classes of a table that a list says nothing of, from those of a classification that it does.</summary>
    /// <param name="industries">The classes, in table order.</param>
    /// <param name="labels">The labels of the industries of the list's classification.</param>
    /// <param name="known">Those industries, in the order of the labels.</param>
    /// <param name="sizes">Their outputs, in the same order. Unit: money.</param>
    /// <param name="toClasses">Sends them to the table's classes.</param>
    /// <remarks>
    /// A class is compared where most of its output is of industries that are, and is positive where most of what is compared is; where a
    /// smaller part of it is, or most is left out, it is left out.
    /// </remarks>
    public static ExpertLabels Carried(
        IReadOnlyList<Industry> industries,
        ExpertLabels labels,
        IReadOnlyList<string> known,
        IReadOnlyList<double> sizes,
        Concordance toClasses
    )
    {
        ArgumentNullException.ThrowIfNull(industries);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(toClasses);
        var place = known.Select((code, i) => (code, i)).ToDictionary(c => c.code, c => c.i, StringComparer.Ordinal);
        ILookup<string, (IndustryLabel Label, double Size)> members = toClasses.Links.ToLookup(
            l => l.To,
            l => (labels.Labels[place[l.From]], l.Weight * sizes[place[l.From]]),
            StringComparer.Ordinal
        );
        return new ExpertLabels([.. industries.Select(i => Joined([.. members[i.Code]]))]);
    }

    private static IndustryLabel Joined((IndustryLabel Label, double Size)[] members)
    {
        double Part(Func<IndustryLabel, bool> of) => members.Where(m => of(m.Label)).Sum(m => m.Size);
        double compared = Part(l => l != IndustryLabel.NotCompared);
        double positive = Part(l => l == IndustryLabel.Positive);
        double unnamed = Part(l => l == IndustryLabel.Negative);
        return 2 * compared <= members.Sum(m => m.Size) ? IndustryLabel.NotCompared
            : 2 * positive > compared ? IndustryLabel.Positive
            : positive > 0 || 2 * unnamed <= compared ? IndustryLabel.LeftOut
            : IndustryLabel.Negative;
    }

    private static Dictionary<string, PurityGrade> BestGrades(
        IReadOnlyList<Industry> industries,
        string classification,
        IReadOnlyList<ExpertMention> mentions
    )
    {
        HashSet<string> known = [.. industries.Select(i => i.Code)];
        var best = new Dictionary<string, PurityGrade>(StringComparer.Ordinal);
        foreach (ExpertMention mention in mentions.Where(m => m.Classification == classification))
        {
            if (!known.Contains(mention.Code))
            {
                IReadOnlyList<string> near = NearestNames.Of(mention.Code, known);
                string nearest = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
                throw new TableException(
                    mention.Place,
                    $"the table has no industry '{mention.Code}' of {classification}.{nearest} Correct the code, or remove the row."
                );
            }

            best[mention.Code] = best.TryGetValue(mention.Code, out PurityGrade other) && other < mention.Grade ? other : mention.Grade;
        }

        return best.Count > 0
            ? best
            : throw new TableException(
                mentions.Count > 0 ? mentions[0].List : "the labels",
                $"has no row of classification '{classification}'. Map the list to that classification, or choose a table of another."
            );
    }

    private static Func<string, bool> ComparedIn(string classification) =>
        classification switch
        {
            "bea2017" => code =>
                code.StartsWith('3')
                || code.StartsWith("5112", StringComparison.Ordinal)
                || code.StartsWith("5415", StringComparison.Ordinal),
            "nbs2020" => code => code == "128" || (string.CompareOrdinal(code, "012") >= 0 && string.CompareOrdinal(code, "099") <= 0),
            _ => throw new ModelException(
                $"Which industries of '{classification}' are manufacturing and software is not defined, so no list can be scored on "
                    + $"it. Use a table of bea2017 or nbs2020."
            ),
        };
}
