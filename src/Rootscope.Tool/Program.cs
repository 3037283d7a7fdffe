using Rootscope.Cli;
using Rootscope.Tool;

return await Application.RunAsync(args, Console.Out, Console.Error, site: SiteCommands.Create).ConfigureAwait(false);
