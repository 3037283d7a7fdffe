using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Cli.Pictures;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Roots;

/// <summary>The picture of what a product costs over the years after a cut: one line for each supply that goes missing.</summary>
internal static class StakePathPicture
{
    private const float LineWidth = 2.5f;
    private const double Headroom = 1.08;
    private const int Height = 640;
    private const double Percent = 100;

    /// <summary>Draws the paths of a product.</summary>
    /// <param name="answer">What is at stake with it.</param>
    /// <param name="provenance">What it was made from.</param>
    public static Picture Of(StakeOfOneAnswer answer, Provenance provenance)
    {
        string where = SpokenName.Of(answer.Economy.Table.Sectors.Regions[0].Name);
        StakeOptions options = answer.Rankings[0].Ranking.Options;
        string worn = answer.Rankings.Any(r => answer.Under(r).TailShare > 0) ? " After that, worn-out equipment is still missed." : "";
        return new Picture
        {
            Title = $"{BriefName.Of(answer.Name)}: what {where} loses year by year while it is missing",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"Share of a year's final spending lost, at that rate, when {options.Cut * Percent:0.##}% of the supply goes missing at "
                    + $"year 0; replaced after {answer.Years.Years:0.0} years.{worn} The area under a line is what is at stake."
            ),
            Height = Height,
            Legend = [.. answer.Paths.Select((p, i) => new Mark(Named(answer, i), ColorOf(i), MarkerShape.FilledCircle))],
            Footnotes = ["Years to replace and elasticities are rough: the order of magnitude is claimed, not the year."],
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, answer),
        };
    }

    private static SKRect[] Draw(SKCanvas canvas, SKRect inside, StakeOfOneAnswer answer)
    {
        using Plot plot = PlainPlot.Of("years after the cut", "% of a year's final spending, lost at that rate");
        double last = answer.Paths.Max(p => p.Moments[^1].Years);
        double most = Math.Max(answer.Paths.Max(p => p.Moments.Max(m => m.Loss ?? 0)) * Percent, double.Epsilon);
        for (int i = 0; i < answer.Paths.Count; i++)
        {
            StakeMoment[] known = [.. answer.Paths[i].Moments.Where(m => m.Loss is not null)];
            ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(
                known.Select(m => m.Years).ToArray(),
                known.Select(m => m.Loss!.Value * Percent).ToArray(),
                Theme.ToPlot(ColorOf(i))
            );
            line.LineWidth = LineWidth;
        }

        plot.Axes.SetLimits(0, last, 0, most * Headroom);

        // The plot clears what it is given: here the inside alone.
        canvas.Save();
        canvas.ClipRect(inside);
        plot.Render(canvas, new PixelRect(inside.Left, inside.Right, inside.Bottom, inside.Top));
        canvas.Restore();
        return [];
    }

    private static string Named(StakeOfOneAnswer answer, int path)
    {
        StakeAnswer ranking = answer.Rankings[path];
        string share = answer.Under(ranking).AtStakeShare is { } known
            ? string.Create(CultureInfo.InvariantCulture, $", at stake {known * Percent:0.00}% of a year")
            : string.Empty;
        return StakeOfOneWords.SupplyInWords(answer.Paths[path].Supply) + share;
    }

    private static SKColor ColorOf(int path) => Theme.Areas[path % Theme.Areas.Count].Mark.Color;
}
