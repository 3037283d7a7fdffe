using System.Text.RegularExpressions;
using Rootscope.Storage.References;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.Capital;

/// <summary>Ways from the classes of the embedded capital evidence to those of a table.</summary>
internal static partial class CapitalConcordances
{
    /// <summary>Classifications whose codes name the divisions or the section of ISIC Rev. 4 that they hold.</summary>
    private static readonly string[] NamesDivisions = ["figaro-64", "icio-36", "icio-45", "wiod2016"];

    /// <summary>The concordance to a table; null where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="codes">The codes that the table has; those of industries that were split among them.</param>
    /// <param name="classes">The classes to bring over.</param>
    public static Concordance? To(FlowTable table, IReadOnlySet<string> codes, IReadOnlyList<string> classes)
    {
        string classification = table.Metadata.Classification;
        if (classification == CapitalData.Classification)
        {
            return Concordance.Identity(classes);
        }

        if (ReferenceRoutes.Find(CapitalData.Classification, table, classes) is { } route)
        {
            return route;
        }

        // A table may lack classes: an industry that was split without a rest, or one that its makers left out.
        string direct = classification == "bea2017-summary" ? "bea2017-bea-summary" : $"{CapitalData.Classification}-{classification}";
        if (ConcordanceLibrary.Embedded.Any(c => c.Name == direct && c.HasWeights))
        {
            return ConcordanceLibrary.Read(direct);
        }

        bool isByDivision = NamesDivisions.Contains(classification, StringComparer.Ordinal) || codes.All(IsDivision().IsMatch);
        return isByDivision && ByDivision(codes) is { } byDivision
            ? ConcordanceLibrary.Read($"{CapitalData.Classification}-isic4").Then(byDivision)
            : null;
    }

    /// <summary>From divisions to the codes that name them; null where two codes name the same division.</summary>
    private static Concordance? ByDivision(IReadOnlySet<string> codes)
    {
        Concordance sections = ConcordanceLibrary.Read("isic4-section");
        string[] divisions = [.. ConcordanceLibrary.Read("isic4-division").Targets];
        int[] section = sections.Map(divisions, out IReadOnlyList<string> names);
        (string Division, string Code)[] pairs =
        [
            .. codes.Order(StringComparer.Ordinal).SelectMany(c => DivisionsOf(c).Select(d => (d, c))),
        ];

        // Divisions that the table does not have go nowhere, under a code of their own that no table has.
        string[] open = [.. divisions.Except(pairs.Select(p => p.Division))];
        return pairs.GroupBy(p => p.Division).Any(g => g.Count() > 1)
            ? null
            : Concordance.Of("divisions of ISIC Rev. 4", [.. pairs, .. open.Select(d => (d, $"no industry for division {d}"))]);

        IEnumerable<string> DivisionsOf(string code)
        {
            string[] numbers = [.. Number().Matches(code).Select(m => m.Value)];
            return numbers.Length == 0 ? divisions.Where((_, d) => code.Split('_').Contains(names[section[d]]))
                : numbers.Length == 2 && IsRange().IsMatch(code)
                    ? divisions.Where(d => string.CompareOrdinal(d, numbers[0]) >= 0 && string.CompareOrdinal(d, numbers[1]) <= 0)
                : divisions.Where(numbers.Contains);
        }
    }

    [GeneratedRegex("^[0-9]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsDivision();

    [GeneratedRegex("[0-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9](T|-)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsRange();
}
