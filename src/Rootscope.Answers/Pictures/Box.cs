namespace Rootscope.Answers.Pictures;

/// <summary>A place on a sheet, from its upper left corner.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A rectangle on a sheet.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>The square around a spot.</summary>
    public static Box Around(Spot at, double radius) => new(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius);

    public static Box Sized(double left, double top, double width, double height) => new(left, top, left + width, top + height);

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public bool Holds(Spot at) => at.X >= Left && at.X < Right && at.Y >= Top && at.Y < Bottom;

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The point of the box that is nearest to another.</summary>
    public Spot Nearest(Spot to) => new(Math.Clamp(to.X, Left, Right), Math.Clamp(to.Y, Top, Bottom));

    /// <summary>Whether a line meets the box (Liang and Barsky's clipping).</summary>
    public bool IsCrossed(Spot from, Spot to)
    {
        double enters = 0;
        double leaves = 1;
        return Clip(from.X - to.X, from.X - Left, ref enters, ref leaves)
            && Clip(to.X - from.X, Right - from.X, ref enters, ref leaves)
            && Clip(from.Y - to.Y, from.Y - Top, ref enters, ref leaves)
            && Clip(to.Y - from.Y, Bottom - from.Y, ref enters, ref leaves);
    }

    private static bool Clip(double direction, double distance, ref double enters, ref double leaves)
    {
        if (direction == 0)
        {
            return distance >= 0;
        }

        double at = distance / direction;
        if (direction < 0)
        {
            enters = Math.Max(enters, at);
        }
        else
        {
            leaves = Math.Min(leaves, at);
        }

        return enters <= leaves;
    }
}
