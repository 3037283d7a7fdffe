using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Roots;

namespace Rootscope.Answers.Roots;

/// <summary>What a reader of a ranking by technology must know: how coarse it is, what was split off, what is not represented.</summary>
internal static class TechnologyNotes
{
    public static IEnumerable<string> Of(IReadOnlyList<TechnologyRow> rows, RootRanking ranking, TechnologyBridge? bridge)
    {
        int absent = rows.Count(r => r.Carrier is null);
        if (absent == rows.Count)
        {
            yield return $"The catalogue names no industry of '{ranking.Table.Metadata.Classification}', so no technology is represented.";
            yield break;
        }

        int Graded(PurityGrade grade) => rows.Count(r => r.Carrier?.Grade == grade);
        int industries = rows.Where(r => r.Root is not null).Select(r => r.Root!.Product).Distinct().Count();
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Coarse: {rows.Count - absent} technologies are seen through {industries} industries, {Graded(PurityGrade.A)} with grade "
                + $"A, {Graded(PurityGrade.B)} with B, {Graded(PurityGrade.C)} with C. "
        ) + "Where nothing was split off, figures are those of the whole industry, and the share that a technology has in it is not known.";
        if (rows.Any(r => r.Part is not null))
        {
            yield return $"Split off by estimate: {string.Join(", ", rows.Where(r => r.Part is not null).Select(r => r.Technology.Id))}.";
        }

        if (bridge is not null)
        {
            string[] unseen =
            [
                .. rows.Where(r => r.Technology.Tier == TechnologyTier.Core && bridge.Find(r.Technology.Id) is null)
                    .Select(r => r.Technology.Id),
            ];
            if (unseen.Length > 0)
            {
                yield return $"Core technologies that no defensible bridge shows, whose buyers are their carriers': "
                    + $"{string.Join(", ", unseen)}.";
            }
        }

        if (absent > 0)
        {
            yield return $"Not represented: {string.Join(", ", rows.Where(r => r.Carrier is null).Select(r => r.Technology.Id))}.";
        }
    }
}
