using Rootscope.Answers.Pictures;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>A sheet of shapes as a file: written as SVG as it is, put into dots by the canvas of the other pictures.</summary>
internal sealed record SheetDrawing(Sheet Sheet) : IDrawing
{
    public string Svg() => SheetSvg.File(Sheet);

    public byte[] Png() => PictureFile.Png((int)Math.Ceiling(Sheet.Width), (int)Math.Ceiling(Sheet.Height), Draw);

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(ColorOf(Tint.Paper));
        DrawOn(canvas);
    }

    /// <summary>Draws the shapes, with what is there already below them.</summary>
    public void DrawOn(SKCanvas canvas)
    {
        foreach (Shape shape in Sheet.Flat(Sheet.Shapes))
        {
            Draw(canvas, shape);
        }
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        using var paint = new SKPaint { IsAntialias = true };
        switch (shape)
        {
            case LineShape line:
                (paint.Color, paint.StrokeWidth) = (ColorOf(line.Tint), (float)line.Width);
                using (SKPathEffect? dashes = line.IsDashed ? SKPathEffect.CreateDash([6, 4], 0) : null)
                {
                    paint.PathEffect = dashes;
                    canvas.DrawLine(PointOf(line.From), PointOf(line.To), paint);
                }

                break;
            case CurveShape curve:
                (paint.Color, paint.StrokeWidth, paint.Style) = (ColorOf(curve.Tint), (float)curve.Width, SKPaintStyle.Stroke);
                paint.StrokeJoin = SKStrokeJoin.Round;
                using (SKPathEffect? dashes = curve.IsDashed ? SKPathEffect.CreateDash([6, 4], 0) : null)
                {
                    paint.PathEffect = dashes;
                    using var path = new SKPath();
                    path.AddPoly([.. curve.Spots.Select(PointOf)], close: false);
                    canvas.DrawPath(path, paint);
                }

                break;
            case AreaShape area:
                paint.Color = ColorOf(area.Tint, area.Opacity);
                using (var inside = new SKPath())
                {
                    inside.AddPoly([.. area.Outline.Select(PointOf)], close: true);
                    canvas.DrawPath(inside, paint);
                }

                break;
            case LandShape land:
                paint.Color = ColorOf(land.Tint, land.Opacity);
                using (var lands = new SKPath { FillType = SKPathFillType.EvenOdd })
                {
                    foreach (IReadOnlyList<Spot> outline in land.Outlines)
                    {
                        lands.AddPoly([.. outline.Select(PointOf)], close: true);
                    }

                    canvas.DrawPath(lands, paint);
                }

                break;
            case HatchShape hatch:
                (paint.Color, paint.StrokeWidth) = (ColorOf(hatch.Tint), (float)hatch.Width);
                foreach ((Spot from, Spot to) in hatch.Lines)
                {
                    canvas.DrawLine(PointOf(from), PointOf(to), paint);
                }

                break;
            case BoxShape { Box: var box } filled:
                paint.Color = ColorOf(filled.Tint, filled.Opacity);
                canvas.DrawRect(new SKRect((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom), paint);
                break;
            case MarkShape mark:
                paint.Color = ColorOf(mark.Tint, mark.Opacity);
                Mark(canvas, mark, paint);
                break;
            case TextShape text:
                using (SKFont font = Typefaces.Instance.FontFor(text.Text, (float)text.Size, text.IsStrong))
                {
                    SKTextAlign align = text.Anchor switch
                    {
                        TextAnchor.Middle => SKTextAlign.Center,
                        TextAnchor.End => SKTextAlign.Right,
                        _ => SKTextAlign.Left,
                    };
                    if (text.IsOverLines)
                    {
                        (paint.Color, paint.Style, paint.StrokeWidth) = (ColorOf(Tint.Paper), SKPaintStyle.Stroke, 3);
                        canvas.DrawText(text.Text, (float)text.Baseline.X, (float)text.Baseline.Y, align, font, paint);
                    }

                    PictureFrame.Text(canvas, text.Text, (float)text.Baseline.X, (float)text.Baseline.Y, font, ColorOf(text.Tint), align);
                }

                break;
        }
    }

    private static void Mark(SKCanvas canvas, MarkShape mark, SKPaint paint)
    {
        if (mark.Corners.Count == 0)
        {
            canvas.DrawCircle(PointOf(mark.At), (float)mark.Size / 2, paint);
            return;
        }

        using var outline = new SKPath();
        outline.AddPoly([.. mark.Corners.Select(PointOf)], close: true);
        canvas.DrawPath(outline, paint);
    }

    private static SKPoint PointOf(Spot spot) => new((float)spot.X, (float)spot.Y);

    private static SKColor ColorOf(Tint tint, double opacity = 1) =>
        SKColor.Parse(Tints.OnLight(tint)).WithAlpha((byte)Math.Round(255 * opacity));
}
