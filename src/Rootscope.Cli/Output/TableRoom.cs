namespace Rootscope.Cli.Output;

/// <summary>How much room there is for a result in words.</summary>
/// <param name="Table">Most cells that a line of a table takes; null where every column is to be there, however wide.</param>
/// <param name="Prose">Cells at which sentences wrap.</param>
/// <param name="MostRows">Most rows of a table; null for every row.</param>
internal sealed record TableRoom(int? Table, int Prose, int? MostRows = TableRoom.UsualRows)
{
    /// <summary>Cells of a line where nobody says how many there are.</summary>
    public const int UsualWidth = 80;

    /// <summary>Rows at which a long table stops.</summary>
    public const int UsualRows = 20;

    private const int Narrowest = 40;
    private const int WidestProse = 120;

    /// <summary>For a file or a pipe: every column, and sentences as wide as a usual terminal.</summary>
    public static TableRoom Unlimited { get; } = new(null, UsualWidth);

    /// <summary>A terminal of so many cells.</summary>
    public static TableRoom Terminal(int width) => new(Math.Max(Narrowest, width), Math.Clamp(width, Narrowest, WidestProse));

    /// <summary>The room of the console that this program writes to.</summary>
    public static TableRoom OfConsole()
    {
        if (Console.IsOutputRedirected)
        {
            return Unlimited;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? Terminal(width) : Terminal(UsualWidth);
        }
        catch (IOException)
        {
            return Terminal(UsualWidth);
        }
    }
}
