using System.Globalization;
using Rootscope.Answers.Networks;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Network;

/// <summary>The picture of systemic risk: every firm's index by its rank, both on logarithmic axes, with the plateau at the top.</summary>
internal static class RiskPicture
{
    private const int Named = 12;
    private const float LabelSize = 12;

    /// <summary>Draws a ranking.</summary>
    public static Picture Of(NetworkRiskAnswer answer, Report report)
    {
        (CascadeModel model, IReadOnlyList<FirmNumber> firms, IReadOnlyList<CascadeOutcome> outcomes) = (
            answer.Model,
            answer.Firms,
            answer.Outcomes
        );
        IReadOnlyList<string> ids = model.Network.Firms.Ids;
        int[] order =
        [
            .. Enumerable
                .Range(0, firms.Count)
                .Where(i => outcomes[i].Loss > 0)
                .OrderByDescending(i => outcomes[i].Loss)
                .ThenBy(i => ids[firms[i]], StringComparer.Ordinal),
        ];
        (double X, double Y)[] points = [.. order.Select((i, rank) => ((rank + 1.0) / firms.Count, outcomes[i].Loss!.Value))];
        (double X, double Y)[] own =
        [
            .. order.Select(
                (i, rank) =>
                    ((rank + 1.0) / firms.Count, model.Network.Sales[firms[i]] / Math.Max(double.Epsilon, Sum(model.Network.Sales)))
            ),
        ];
        string[] names = [.. order.Take(Named).Select(i => ShortName.Of(model.Network.Firms.NameOf(new(firms[i])), ids[firms[i]]))];
        return new Picture
        {
            Title = "Systemic risk of firms, by rank",
            Subtitle =
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"What share of all sales stands still if a firm fails (its index), against its rank among {firms.Count} firms; "
                        + $"below it the firm's own share of sales. "
                ) + "A flat stretch at the top is a plateau: whichever of these firms fails, much the same others fail with it.",
            Legend =
            [
                new Mark("index", Theme.Slate, MarkerShape.FilledCircle),
                new Mark("own share of sales", Theme.Plain.Color, MarkerShape.OpenCircle),
            ],
            Footnotes =
            [
                .. order.Length < firms.Count
                    ? [FormattableString.Invariant($"Not shown: {firms.Count - order.Length} firms whose failure costs nothing.")]
                    : Array.Empty<string>(),
            ],
            Source = report.Provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, points, own, names),
        };
    }

    private static List<SKRect> Draw(
        SKCanvas canvas,
        SKRect inside,
        (double X, double Y)[] points,
        (double X, double Y)[] own,
        string[] names
    )
    {
        var window = LogWindow.Of([.. points, .. own.Where(p => p.Y > 0)], points.Length);
        using Plot plot = LogAxes.Of(window, "rank, share of firms", "index, share of all sales");
        foreach ((double x, double y) in own.Where(p => p.Y > 0 && window.Holds(p.X, p.Y)))
        {
            plot.Add.Marker(Math.Log10(x), Math.Log10(y), MarkerShape.OpenCircle, Theme.PlainMarkerSize, Theme.ToPlot(Theme.Plain.Color));
        }

        foreach ((double x, double y) in points)
        {
            plot.Add.Marker(Math.Log10(x), Math.Log10(y), MarkerShape.FilledCircle, Theme.PlainMarkerSize, Theme.ToPlot(Theme.Slate));
        }

        canvas.Save();
        canvas.ClipRect(inside);
        plot.Render(canvas, new PixelRect(inside.Left, inside.Right, inside.Bottom, inside.Top));
        canvas.Restore();
        PixelRect data = plot.LastRender.DataRect;
        using SKFont font = Typefaces.Instance.Font(LabelSize);
        (SKPoint At, float Radius)[] at =
        [
            .. points
                .Select(p => plot.GetPixel(new Coordinates(Math.Log10(p.X), Math.Log10(p.Y))))
                .Select(p => (new SKPoint(p.X, p.Y), Theme.PlainMarkerSize / 2)),
        ];
        LabelRequest[] requests =
        [
            .. names.Select((n, i) => new LabelRequest(at[i].At, 6, new SKSize(font.MeasureText(n), LabelSize * 1.2f))),
        ];
        var boxes = new List<SKRect>();
        foreach (PlacedLabel label in LabelPlacement.Place(requests, at, new SKRect(data.Left, data.Top, data.Right, data.Bottom)))
        {
            if (label.IsFar)
            {
                using var leader = new SKPaint
                {
                    Color = Theme.Muted,
                    StrokeWidth = 0.8f,
                    IsAntialias = true,
                };
                canvas.DrawLine(at[label.Request].At, LabelPlacement.Nearest(label.Box, at[label.Request].At), leader);
            }

            PictureFrame.Text(canvas, names[label.Request], label.Box.Left, label.Box.Top + (LabelSize * 0.93f), font, Theme.Ink);
            boxes.Add(label.Box);
        }

        return boxes;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
