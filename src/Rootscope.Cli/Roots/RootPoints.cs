using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;

namespace Rootscope.Cli.Roots;

/// <summary>The points of the picture of a root ranking.</summary>
internal static class RootPoints
{
    /// <summary>
    /// One point a product, in the order of the ranking; by technology, only products that carry one, under the technologies' names.
    /// </summary>
    /// <remarks>Every point needs a support pyramid; they are built on several threads and do not depend on their number.</remarks>
    public static IReadOnlyList<RootPoint> Of(RootAnswer answer, TechnologyCatalogue catalogue, int threads, CancellationToken cancellation)
    {
        RootRanking ranking = answer.Ranking;
        (RootRow Row, string Name, string? Area)[] named =
        [
            .. answer.Question.By == RootSubject.Technology ? Technologies(answer) : Industries(answer, catalogue),
        ];
        var points = new RootPoint[named.Length];
        Parallel.For(
            0,
            named.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i =>
            {
                (RootRow row, string name, string? area) = named[i];
                points[i] = new RootPoint(name, area, row.OutputShare, SupportPyramid.Of(ranking.Support, new(row.Product)).SupportedShare);
            }
        );
        return points;
    }

    private static IEnumerable<(RootRow, string, string?)> Industries(RootAnswer answer, TechnologyCatalogue catalogue)
    {
        IReadOnlyDictionary<string, string> areas = answer.Areas(catalogue);
        return answer.Ranking.Rows.Select(r => (r, ShortName.Of(r.Name, r.Code), areas.GetValueOrDefault(r.Code)));
    }

    private static IEnumerable<(RootRow, string, string?)> Technologies(RootAnswer answer) =>
        answer
            .AllTechnologies.Where(t => t.Root is not null)
            .GroupBy(t => t.Root!.Product)
            .Select(g =>
            {
                TechnologyRow first = g.First();
                string more = g.Count() > 1 ? FormattableString.Invariant($" and {g.Count() - 1} more") : string.Empty;
                return (first.Root!, first.Technology.Name + more, (string?)first.Technology.Area.Id);
            });
}
