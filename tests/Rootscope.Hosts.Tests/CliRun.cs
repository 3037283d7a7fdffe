using Rootscope.Cli;

namespace Rootscope.Hosts.Tests;

/// <summary>One run of the command line in this process: exit code and what was printed.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    public static async Task<CliRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Application.RunAsync(arguments, output, error, site: Tool.SiteCommands.Create);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
