namespace Rootscope.Cli.Pictures;

/// <summary>A picture that can be written as a file.</summary>
internal interface IDrawing
{
    /// <summary>As SVG.</summary>
    string Svg();

    /// <summary>As PNG.</summary>
    byte[] Png();
}
