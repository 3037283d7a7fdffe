using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures.World;

/// <summary>The drawing of the map: the darker, the more is made abroad; hatched where there is no figure.</summary>
internal static class WorldMap
{
    private const int Classes = 5;
    private const double HatchStep = 5;

    /// <summary>The part of economies that the classes tell apart; those beyond are in the last one. Unit: share.</summary>
    private const double Covered = 0.8;

    /// <summary>Steps between classes that are easily read. Unit: share.</summary>
    private static readonly double[] Steps = [0.01, 0.02, 0.05, 0.1, 0.2];

    private static readonly double[] Opacities = [0.16, 0.36, 0.56, 0.78, 1];

    /// <summary>Draws it for one room.</summary>
    /// <param name="rows">The economies.</param>
    /// <param name="links">Their pages, in the same order.</param>
    /// <param name="frame">What stands around it.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="format">The room.</param>
    public static Sheet Of(
        IReadOnlyList<WorldExposure> rows,
        IReadOnlyList<string> links,
        SheetFrame frame,
        Tongue tongue,
        SheetFormat format
    )
    {
        (double low, double step) = ScaleOf(rows);
        double width = format.Width - (2 * format.Margin);
        double nearest = format.IsNarrow ? 1.6 : 0.9;
        double hatch = format.IsNarrow ? 7 : HatchStep;
        return frame.Around(format, Legend(low, step, tongue), top => (Inside(top).ToList(), top + (width * WorldShapes.Shape)));

        IEnumerable<Shape> Inside(double top)
        {
            WorldShapes shapes = WorldShapes.All;
            HashSet<string> told = [.. rows.Select(r => r.ShapeCode)];
            IReadOnlyList<Spot>[] without =
            [
                .. shapes.Codes.Where(c => !told.Contains(c)).SelectMany(c => shapes.Outlines(c, format.Margin, top, width, nearest)),
            ];
            yield return new LinkShape(
                null,
                NoFigure[tongue],
                [new LandShape(without, Tint.Grid), new HatchShape(Hatching.Of(without, hatch), Tint.Plain, 0.7)]
            );
            for (int i = 0; i < rows.Count; i++)
            {
                WorldExposure row = rows[i];
                if (shapes.Has(row.ShapeCode))
                {
                    int place = Math.Clamp((int)Math.Floor((row.Abroad - low) / step), 0, Classes - 1);
                    IReadOnlyList<IReadOnlyList<Spot>> outlines = shapes.Outlines(row.ShapeCode, format.Margin, top, width, nearest);
                    yield return new LinkShape(
                        links[i],
                        Tip(row)[tongue],
                        [new LandShape(outlines, Tint.Paper), new LandShape(outlines, Tint.Information, Opacities[place])]
                    );
                }
            }
        }
    }

    private static Phrase Tip(WorldExposure row) =>
        new(
            $"{row.Name.English}: {StakeWords.Percent(row.Abroad)} of manufacturers' inputs are made abroad "
                + $"({StakeWords.Percent(row.Direct)} "
                + $"bought directly), most in {row.First.English}: {StakeWords.Percent(row.FirstShare)}",
            $"{row.Name.Chinese}：制造业投入的 {StakeWords.Percent(row.Abroad)} 在国外所造（直接购买 {StakeWords.Percent(row.Direct)}），"
                + $"最大来源{row.First.Chinese}：{StakeWords.Percent(row.FirstShare)}"
        );

    /// <summary>
    /// The lower end of the first class, and the width of each: the finest easy step that covers all but the most exposed.
    /// </summary>
    private static (double Low, double Step) ScaleOf(IReadOnlyList<WorldExposure> rows)
    {
        double least = rows.Select(r => r.Abroad).DefaultIfEmpty(0).Min();
        double most = rows.Select(r => r.Abroad).Order().ElementAtOrDefault((int)(rows.Count * Covered));
        double step = Array.Find(Steps, s => (Math.Floor(least / s) + Classes) * s >= most);
        step = step > 0 ? step : Steps[^1];
        return (Math.Floor(least / step) * step, step);
    }

    private static (string, Func<Spot, Shape>)[] Legend(double low, double step, Tongue tongue) =>
        [
            .. Enumerable
                .Range(0, Classes)
                .Select(i =>
                    (
                        i < Classes - 1
                            ? $"{Percent(low + (i * step))}–{Percent(low + ((i + 1) * step))}%"
                            : $"≥ {Percent(low + (i * step))}%",
                        (Func<Spot, Shape>)(at => new BoxShape(Box.Around(at, 6), Tint.Information, Opacities[i]))
                    )
                ),
            (
                NoFigure[tongue],
                at =>
                {
                    Box box = Box.Around(at, 6);
                    Spot[] outline =
                    [
                        new(box.Left, box.Top),
                        new(box.Right, box.Top),
                        new(box.Right, box.Bottom),
                        new(box.Left, box.Bottom),
                    ];
                    return new HatchShape(Hatching.Of([outline], HatchStep), Tint.Soft, 0.8);
                }
            ),
        ];

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture);

    private static readonly Phrase NoFigure = new("no figure", "没有数值");
}
