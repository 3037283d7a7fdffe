namespace Rootscope.Storage.Formats.Files;

/// <summary>One parsed row of a <see cref="GridFile"/>. The arrays are used again for the next row: copy what is to stay.</summary>
internal sealed class GridRow(int labels, int numbers)
{
    /// <summary>Number of the row, from 0; a row's number says where in the result it goes, on whatever thread it was parsed.</summary>
    public int Number { get; set; }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; set; }

    /// <summary>The cells before the figures.</summary>
    public string[] Labels { get; } = new string[labels];

    /// <summary>The figures.</summary>
    public double[] Values { get; } = new double[numbers];
}
